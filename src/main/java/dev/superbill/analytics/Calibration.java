package dev.superbill.analytics;

import java.util.List;
import java.util.stream.IntStream;

/// Whether confidence is what it says: of lines answered with 0.8, four of five should be right.
/// What is right is for the caller to say: labels say it of an evaluation, coders of live work.
/// Both are measured here, so that the two diagrams can be held against each other.
///
/// @param bins ten of equal width, the lowest first
/// @param error the expected calibration error: the mean distance between confidence and truth
/// @param brier the Brier score: the mean squared distance of each line, 0 to 1, less is better
/// @param brierSkill how much better than always answering with the base rate; 0 where all lines
///   are alike
public record Calibration(List<Bin> bins, double error, double brier, double brierSkill) {
    private static final int BINS = 10;

    /// Copies.
    public Calibration {
        bins = List.copyOf(bins);
    }

    /// The lines of a range of confidence.
    ///
    /// @param from the least confidence
    /// @param to where the next bin begins; the last holds 1 as well
    /// @param lines how many there are
    /// @param confidence their mean confidence; 0 where there are none
    /// @param right the share that is right
    public record Bin(double from, double to, int lines, double confidence, double right) {}

    /// A line and what turned out.
    ///
    /// @param confidence 0 to 1
    public record Judged(double confidence, Truth truth) {
        private double right() {
            return truth == Truth.RIGHT ? 1 : 0;
        }
    }

    /// What turned out.
    public enum Truth {
        RIGHT,
        WRONG
    }

    /// Measures lines.
    public static Calibration of(List<Judged> lines) {
        var bins = IntStream.range(0, BINS).mapToObj(index -> bin(lines, index)).toList();
        double distances =
                bins.stream()
                        .mapToDouble(bin -> Math.abs(bin.confidence() - bin.right()) * bin.lines())
                        .sum();
        return new Calibration(
                bins,
                distances / Math.max(1, lines.size()),
                squares(lines) / Math.max(1, lines.size()),
                brierSkill(lines));
    }

    private static Bin bin(List<Judged> lines, int index) {
        var members =
                lines.stream()
                        .filter(line ->
                                Math.min((int) (line.confidence() * BINS), BINS - 1) == index)
                        .toList();
        return new Bin(
                (double) index / BINS,
                (double) (index + 1) / BINS,
                members.size(),
                members.stream().mapToDouble(Judged::confidence).average().orElse(0),
                members.stream().mapToDouble(Judged::right).average().orElse(0));
    }

    private static double squares(List<Judged> lines) {
        return lines.stream().mapToDouble(line -> squared(line.confidence() - line.right())).sum();
    }

    private static double brierSkill(List<Judged> lines) {
        double base = lines.stream().mapToDouble(Judged::right).average().orElse(0);
        double constant = lines.stream().mapToDouble(line -> squared(base - line.right())).sum();
        return constant == 0 ? 0 : 1 - squares(lines) / constant;
    }

    private static double squared(double number) {
        return number * number;
    }
}
