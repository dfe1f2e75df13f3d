package dev.superbill.analytics;

import dev.superbill.workqueue.Answer;
import dev.superbill.workqueue.CaseLine;
import dev.superbill.workqueue.CaseStatus;
import dev.superbill.workqueue.ChosenLine;
import dev.superbill.workqueue.CodingCase;
import java.util.HashSet;
import java.util.List;

/// A suggested line of a signed case, and how it compares with what was billed. The comparison is
/// of the claim, not of the buttons pressed: a line changed to what it was is as suggested.
///
/// @param coding the case
/// @param suggested the suggestion
/// @param line what became of it
/// @param verdict how the two compare
record JudgedLine(CodingCase coding, Answer.Line suggested, CaseLine line, Verdict verdict) {
    /// How a billed line compares with its suggestion.
    enum Verdict {
        /// Billed with the suggested code, units and modifiers, these in any order.
        AS_SUGGESTED,
        /// Billed with the suggested code, other units or modifiers.
        CODE_KEPT,
        /// Billed with another code.
        OTHER_CODE,
        /// Not billed.
        REJECTED
    }

    /// The suggested lines of those cases that are signed.
    static List<JudgedLine> of(List<CodingCase> cases) {
        return cases.stream()
                .filter(coding -> coding.status() == CaseStatus.SIGNED)
                .flatMap(coding -> ofSigned(coding).stream())
                .toList();
    }

    private static List<JudgedLine> ofSigned(CodingCase coding) {
        return coding.lines().stream()
                .filter(line -> !line.suggested().isEmpty())
                .map(line ->
                        new JudgedLine(
                                coding,
                                line.suggested().getFirst(),
                                line,
                                verdict(line.suggested().getFirst().chosen(), line)))
                .toList();
    }

    private static Verdict verdict(ChosenLine suggested, CaseLine line) {
        if (!line.state().billed()) {
            return Verdict.REJECTED;
        }
        var billed = line.chosen();
        if (!billed.code().equals(suggested.code())) {
            return Verdict.OTHER_CODE;
        }
        boolean same =
                billed.units() == suggested.units()
                        && new HashSet<>(billed.modifiers())
                                .equals(new HashSet<>(suggested.modifiers()));
        return same ? Verdict.AS_SUGGESTED : Verdict.CODE_KEPT;
    }

    boolean accepted() {
        return verdict == Verdict.AS_SUGGESTED;
    }

    boolean codeKept() {
        return verdict == Verdict.AS_SUGGESTED || verdict == Verdict.CODE_KEPT;
    }

    /// Whether a rule said something of the line.
    boolean found(String rule) {
        return suggested.findings().stream().anyMatch(finding -> finding.rule().equals(rule));
    }
}
