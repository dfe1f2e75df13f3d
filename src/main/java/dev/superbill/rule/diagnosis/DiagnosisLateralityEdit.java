package dev.superbill.rule.diagnosis;

import dev.superbill.code.Code;
import dev.superbill.codeset.CodeEntry;
import dev.superbill.codeset.CodeSets;
import dev.superbill.codeset.CodeTable;
import dev.superbill.codeset.Side;
import dev.superbill.mention.Laterality;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The side of a diagnosis agrees with the side of the procedure, and is named where it is known.
///
/// A line of one side whose diagnoses all lie on the other contradicts itself; a draft is judged
/// only where its line points to diagnoses. An unspecified side is worth a look where the note or
/// the line names one.
///
/// Source: ICD-10-CM Official Guidelines FY2026, section I.B.13 (laterality), effective 2025-10-01.
public final class DiagnosisLateralityEdit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "icd-10-cm-laterality";

    private static final String SOURCE = "ICD-10-CM Official Guidelines FY2026, section I.B.13";
    private static final Set<String> LEFT =
            Set.of("LT", "E1", "E2", "FA", "F1", "F2", "F3", "F4", "TA", "T1", "T2", "T3", "T4");
    private static final Set<String> RIGHT =
            Set.of("RT", "E3", "E4", "F5", "F6", "F7", "F8", "F9", "T5", "T6", "T7", "T8", "T9");

    private final CodeSets codeSets;

    /// @param codeSets the code sets with the sides of codes
    public DiagnosisLateralityEdit(CodeSets codeSets) {
        this.codeSets = codeSets;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        var findings = new ArrayList<Finding>();
        for (var line : claim.lines()) {
            opposite(line, claim).ifPresent(findings::add);
        }
        for (var diagnosis : claim.diagnoses()) {
            unspecified(diagnosis, claim).ifPresent(findings::add);
        }
        return findings;
    }

    private Optional<Finding> opposite(ClaimLine line, Claim claim) {
        var side = side(line);
        if (line.diagnoses().isEmpty() || (side != Side.LEFT && side != Side.RIGHT)) {
            return Optional.empty();
        }
        var other = side == Side.LEFT ? Side.RIGHT : Side.LEFT;
        var sided =
                line.diagnoses().stream()
                        .filter(code -> sideOf(code, claim) != Side.NOT_SIDED)
                        .toList();
        if (sided.isEmpty() || !sided.stream().allMatch(code -> sideOf(code, claim) == other)) {
            return Optional.empty();
        }
        return Optional.of(
                Finding.on(
                        line,
                        ID,
                        claim.denial(),
                        line.code()
                                + " is reported on the "
                                + named(side)
                                + ", and its diagnoses lie on the "
                                + named(other)
                                + ": "
                                + sided.stream().map(Code::value).collect(Collectors.joining(", ")),
                        SOURCE,
                        "correct the modifier of the line or the side of the diagnosis"));
    }

    private Optional<Finding> unspecified(ClaimLine diagnosis, Claim claim) {
        if (diagnosis.entry().side() != Side.UNSPECIFIED) {
            return Optional.empty();
        }
        var told =
                diagnosis.laterality() == Laterality.NONE
                        ? claim.lines().stream()
                                .filter(line -> line.diagnoses().contains(diagnosis.entry().code()))
                                .map(DiagnosisLateralityEdit::side)
                                .filter(side -> side != Side.NOT_SIDED)
                                .findFirst()
                                .orElse(Side.NOT_SIDED)
                        : sideOf(diagnosis.laterality());
        if (told == Side.NOT_SIDED) {
            return Optional.empty();
        }
        var siblings = siblings(diagnosis.entry(), told);
        return Optional.of(
                Finding.on(
                        diagnosis,
                        ID,
                        Severity.WARN,
                        diagnosis.code()
                                + " leaves the side open, and the claim or the note names it: "
                                + named(told),
                        SOURCE,
                        siblings.isEmpty()
                                ? "report the code of that side"
                                : "report " + String.join(" or ", siblings)));
    }

    /// The codes of the same group that name the side.
    private List<String> siblings(CodeEntry entry, Side side) {
        var table = codeSets.table();
        int row = table.row(entry.code());
        if (row == CodeTable.NO_ROW || entry.group().isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<String>();
        int reach = 4;
        for (int other = Math.max(0, row - reach);
                other < Math.min(table.size(), row + reach + 1);
                other++) {
            if (table.groupOf(other) == table.groupOf(row) && table.sideOf(other) == side) {
                found.add(table.code(other).value());
            }
        }
        return found;
    }

    /// The side that the line's modifiers name, or else its own words.
    private static Side side(ClaimLine line) {
        boolean left = line.hasAny(LEFT);
        boolean right = line.hasAny(RIGHT);
        if (left != right) {
            return left ? Side.LEFT : Side.RIGHT;
        }
        return left || line.hasAny(Set.of("50")) ? Side.BILATERAL : sideOf(line.laterality());
    }

    private static Side sideOf(Laterality laterality) {
        return switch (laterality) {
            case NONE -> Side.NOT_SIDED;
            case LEFT -> Side.LEFT;
            case RIGHT -> Side.RIGHT;
            case BILATERAL -> Side.BILATERAL;
        };
    }

    private Side sideOf(Code code, Claim claim) {
        return codeSets.describe(code, claim.encounter().serviceDate())
                .map(DiagnosisLateralityEdit::sideOf)
                .orElse(Side.NOT_SIDED);
    }

    /// The side of the code's entry, or the one side that its words name.
    private static Side sideOf(CodeEntry entry) {
        if (entry.side() != Side.NOT_SIDED) {
            return entry.side();
        }
        var words =
                Arrays.asList(entry.description().toLowerCase(Locale.ROOT).split("[^a-z]+", -1));
        boolean left = words.contains("left");
        boolean right = words.contains("right");
        if (left == right) {
            return Side.NOT_SIDED;
        }
        return left ? Side.LEFT : Side.RIGHT;
    }

    private static String named(Side side) {
        return switch (side) {
            case LEFT -> "left";
            case RIGHT -> "right";
            case BILATERAL -> "both sides";
            case UNSPECIFIED, NOT_SIDED -> "no side";
        };
    }
}
