package dev.superbill.rule;

import dev.superbill.code.Modifier;
import dev.superbill.codeset.EntryBuilder;
import dev.superbill.mention.CodeBook;
import dev.superbill.mention.Laterality;
import dev.superbill.note.Encounter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
                1,
                book.entry(code),
                units,
                List.of(),
                sides[0],
                Arrays.stream(sides).filter(side -> side != Laterality.NONE).toList(),
                List.of(),
                List.of());
    }

    /// A line of one unit with modifiers, which stand in one word: `26 LT`.
    public static ClaimLine modified(CodeBook.Compiled book, String code, String modifiers) {
        var told =
                modifiers.isBlank()
                        ? List.<Modifier>of()
                        : Arrays.stream(modifiers.split(" ", -1)).map(Modifier::new).toList();
        return line(book, code).with(told);
    }

    /// A claim that a person chose.
    public static Claim chosen(
            CodeBook.Compiled book,
            Encounter encounter,
            List<ClaimLine> lines,
            ClaimLine... diagnoses) {
        return new Claim(
                Claim.State.CHOSEN,
                numbered(lines),
                numbered(List.of(diagnoses)),
                encounter,
                book.read("a note"));
    }

    /// A claim that a person chose, over a note.
    public static Claim chosen(
            CodeBook.Compiled book, String note, Encounter encounter, ClaimLine... lines) {
        return new Claim(
                Claim.State.CHOSEN,
                numbered(List.of(lines)),
                List.of(),
                encounter,
                book.read(note));
    }

    /// A draft with diagnoses.
    public static Claim draft(
            CodeBook.Compiled book,
            Encounter encounter,
            List<ClaimLine> lines,
            ClaimLine... diagnoses) {
        return new Claim(
                Claim.State.DRAFT,
                numbered(lines),
                numbered(List.of(diagnoses)),
                encounter,
                book.read("a note"));
    }

    /// A line that points to the diagnoses that stand in one word.
    public static ClaimLine pointing(ClaimLine line, String diagnoses) {
        return new ClaimLine(
                line.number(),
                line.entry(),
                line.units(),
                line.modifiers(),
                line.laterality(),
                line.sides(),
                Arrays.stream(diagnoses.split(" ", -1)).map(EntryBuilder::code).toList(),
                line.evidence());
    }

    private static List<ClaimLine> numbered(List<ClaimLine> lines) {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> lines.get(i).numbered(i + 1))
                .toList();
    }

    /// A claim over a note.
    public static Claim claim(
            CodeBook.Compiled book, String note, Encounter encounter, ClaimLine... lines) {
        return new Claim(
                Claim.State.DRAFT, numbered(List.of(lines)), List.of(), encounter, book.read(note));
    }

    /// The lines or diagnoses of a claim in one text: codes, each with its modifiers and units
    /// after it, such as `00001 LT, 00002 x3`.
    public static List<ClaimLine> lines(CodeBook.Compiled book, String text) {
        var lines = new ArrayList<ClaimLine>();
        for (var word : text.split("[ ,]+", -1)) {
            if (word.startsWith("x")) {
                var last = lines.removeLast();
                lines.add(
                        line(
                                        book,
                                        last.code(),
                                        Integer.parseInt(word.substring(1)),
                                        Laterality.NONE)
                                .with(last.modifiers()));
            } else if (word.length() == 2) {
                var last = lines.removeLast();
                lines.add(
                        last.with(
                                Stream.concat(
                                                last.modifiers().stream(),
                                                Stream.of(new Modifier(word)))
                                        .toList()));
            } else if (!word.isEmpty()) {
                lines.add(line(book, word));
            }
        }
        return List.copyOf(lines);
    }

    /// What the engine would put on a claim.
    public static Claim draft(CodeBook.Compiled book, Encounter encounter, List<ClaimLine> lines) {
        return claim(book, "a note", encounter, lines.toArray(ClaimLine[]::new));
    }

    /// What a rule says, as severity and code of each finding, in one text.
    public static String told(Rule rule, Claim claim) {
        return said(rule, claim).stream().map(String::strip).collect(Collectors.joining(", "));
    }

    /// What a rule says, as severity and code of each finding.
    public static List<String> said(Rule rule, Claim claim) {
        return rule.check(claim).stream()
                .map(finding -> finding.severity() + " " + finding.subject())
                .toList();
    }
}
