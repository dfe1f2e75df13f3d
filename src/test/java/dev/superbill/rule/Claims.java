package dev.superbill.rule;

import dev.superbill.mention.CodeBook;
import dev.superbill.mention.Laterality;
import dev.superbill.note.Encounter;
import java.util.Arrays;
import java.util.List;

/// Makes draft claims of made-up codes.
public final class Claims {
    private Claims() {}

    /// A line of one unit without side.
    public static ClaimLine line(CodeBook.Compiled book, String code) {
        return line(book, code, 1, Laterality.NONE);
    }

    /// A line.
    public static ClaimLine line(
            CodeBook.Compiled book, String code, int units, Laterality... sides) {
        return new ClaimLine(
                book.entry(code),
                units,
                sides[0],
                Arrays.stream(sides).filter(side -> side != Laterality.NONE).toList(),
                List.of());
    }

    /// A claim over a note.
    public static Claim claim(
            CodeBook.Compiled book, String note, Encounter encounter, ClaimLine... lines) {
        return new Claim(List.of(lines), List.of(), encounter, book.read(note));
    }

    /// What a rule says, as severity and code of each finding.
    public static List<String> said(Rule rule, Claim claim) {
        return rule.check(claim).stream()
                .map(finding -> finding.severity() + " " + finding.subject())
                .toList();
    }
}
