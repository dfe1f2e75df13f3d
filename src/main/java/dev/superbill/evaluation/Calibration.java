package dev.superbill.evaluation;

import dev.superbill.evaluation.JudgedNote.Scored;
import dev.superbill.evaluation.Marking.Mark;
import java.util.List;
import java.util.stream.IntStream;

/// Whether confidence is what it says: of lines answered with 0.8, four of five should be right or
/// allowed.
///
/// @param bins ten of equal width, the lowest first
/// @param error the expected calibration error: the mean distance between confidence and truth
/// @param brierSkill how much better than always answering with the base rate; 0 where all lines
///   are alike
public record Calibration(List<Bin> bins, double error, double brierSkill) {
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
    /// @param right the share that is right or allowed
    public record Bin(double from, double to, int lines, double confidence, double right) {}

    /// Measures lines.
    public static Calibration of(List<Scored> lines) {
        var bins = IntStream.range(0, BINS).mapToObj(index -> bin(lines, index)).toList();
        double distances =
                bins.stream()
                        .mapToDouble(bin -> Math.abs(bin.confidence() - bin.right()) * bin.lines())
                        .sum();
        return new Calibration(bins, distances / Math.max(1, lines.size()), brierSkill(lines));
    }

    private static Bin bin(List<Scored> lines, int index) {
        var members =
                lines.stream()
                        .filter(line ->
                                Math.min((int) (line.confidence() * BINS), BINS - 1) == index)
                        .toList();
        return new Bin(
                (double) index / BINS,
                (double) (index + 1) / BINS,
                members.size(),
                members.stream().mapToDouble(Scored::confidence).average().orElse(0),
                members.stream().mapToDouble(Calibration::truth).average().orElse(0));
    }

    private static double brierSkill(List<Scored> lines) {
        double base = lines.stream().mapToDouble(Calibration::truth).average().orElse(0);
        double said =
                lines.stream().mapToDouble(line -> squared(line.confidence() - truth(line))).sum();
        double constant = lines.stream().mapToDouble(line -> squared(base - truth(line))).sum();
        return constant == 0 ? 0 : 1 - said / constant;
    }

    private static double truth(Scored line) {
        return line.mark() == Mark.WRONG ? 0 : 1;
    }

    private static double squared(double number) {
        return number * number;
    }
}
