package dev.superbill.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/// A figure and where 95 of 100 resamples of the notes have it (percentile bootstrap). The seed is
/// fixed: the same notes have the same interval.
///
/// @param value the figure itself
/// @param low below it lie 2.5 % of the resamples
/// @param high above it lie 2.5 % of the resamples
public record Interval(double value, double low, double high) {
    /// How often notes are drawn anew.
    public static final int RESAMPLES = 2000;

    private static final int SEED = 20_260_615;
    private static final int TAIL = RESAMPLES / 40;

    /// The F1 of notes.
    public static Interval ofF1(List<Tally> notes) {
        return of(notes.size(), picks -> f1(notes, picks));
    }

    /// The F1 of some answers less that of others to the same notes, drawn in pairs.
    public static Interval ofDifference(List<Tally> notes, List<Tally> others) {
        if (notes.size() != others.size()) {
            throw new IllegalArgumentException("there are not as many answers as others");
        }
        return of(notes.size(), picks -> f1(notes, picks) - f1(others, picks));
    }

    private static Interval of(int size, ToDoubleFunction<int[]> figure) {
        int[] picks = new int[size];
        Arrays.setAll(picks, index -> index);
        double value = figure.applyAsDouble(picks);
        var random = new Random(SEED);
        double[] drawn = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            Arrays.setAll(picks, _ -> random.nextInt(size));
            drawn[i] = figure.applyAsDouble(picks);
        }
        Arrays.sort(drawn);
        return new Interval(value, drawn[TAIL], drawn[RESAMPLES - 1 - TAIL]);
    }

    private static double f1(List<Tally> notes, int[] picks) {
        int right = 0;
        int wrong = 0;
        int missed = 0;
        for (int pick : picks) {
            var tally = notes.get(pick);
            right += tally.right();
            wrong += tally.wrong();
            missed += tally.missed();
        }
        return new Tally(right, wrong, missed).f1();
    }
}
