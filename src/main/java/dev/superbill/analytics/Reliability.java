package dev.superbill.analytics;

import dev.superbill.analytics.Calibration.Judged;
import dev.superbill.analytics.Calibration.Truth;
import dev.superbill.workqueue.CodingCase;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// Confidence against what coders billed, over the suggested lines of every signed case, the hidden
/// ones of a pilot too: what a coder billed without seeing the suggestion judges it best.
///
/// @param lines how many lines there are
/// @param accepted a line is right that was billed with the suggested code, units and modifiers
/// @param codeKept a line is right that was billed with the suggested code
public record Reliability(int lines, Calibration accepted, Calibration codeKept) {
    /// Measures cases.
    ///
    /// @param cases in any order; those not signed are left out
    public static Reliability of(List<CodingCase> cases) {
        var lines = JudgedLine.of(cases);
        return new Reliability(
                lines.size(),
                calibration(lines, JudgedLine::accepted),
                calibration(lines, JudgedLine::codeKept));
    }

    private static Calibration calibration(List<JudgedLine> lines, Predicate<JudgedLine> right) {
        // Sums of doubles depend on their order, and the figure must not: sorted first.
        return Calibration.of(
                lines.stream()
                        .map(line ->
                                new Judged(
                                        line.suggested().confidence(),
                                        right.test(line) ? Truth.RIGHT : Truth.WRONG))
                        .sorted(
                                Comparator.comparingDouble(Judged::confidence)
                                        .thenComparing(Judged::truth))
                        .toList());
    }
}
