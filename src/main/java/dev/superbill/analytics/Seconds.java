package dev.superbill.analytics;

import java.util.Collection;

/// How long notes took.
///
/// @param notes how many were timed
/// @param total all of them, in seconds
/// @param median half take no longer, in seconds; the mean of the middle two where there are two; 0
///   where there are none
/// @param p90 nine of ten take no longer, in seconds; the nearest rank
/// @param mean in seconds
public record Seconds(int notes, long total, double median, double p90, double mean) {
    private static final double PER_HOUR = 3600;
    private static final double MOST = 0.9;

    /// Measures times.
    static Seconds of(Collection<Integer> seconds) {
        int[] sorted = seconds.stream().mapToInt(Integer::intValue).sorted().toArray();
        int notes = sorted.length;
        if (notes == 0) {
            return new Seconds(0, 0, 0, 0, 0);
        }
        long total = 0;
        for (int one : sorted) {
            total += one;
        }
        return new Seconds(
                notes,
                total,
                median(sorted),
                sorted[(int) Math.ceil(MOST * notes) - 1],
                (double) total / notes);
    }

    /// The median of sorted numbers, of which there is at least one.
    static double median(int[] sorted) {
        int size = sorted.length;
        return (sorted[(size - 1) / 2] + (double) sorted[size / 2]) / 2;
    }

    /// Notes per hour of work; 0 where there are none.
    public double notesPerHour() {
        return total == 0 ? 0 : notes * PER_HOUR / total;
    }
}
