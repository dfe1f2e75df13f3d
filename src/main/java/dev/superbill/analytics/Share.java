package dev.superbill.analytics;

import java.util.Collection;
import java.util.function.Predicate;

/// How many of how many. Figures of work and figures of an evaluation both say their rates so:
/// never without the counts.
///
/// @param hits those that count
/// @param of all
public record Share(int hits, int of) {
    /// Nothing counted yet.
    public static final Share NONE = new Share(0, 0);

    /// The quantile of the normal distribution that leaves 2.5 % above it.
    private static final double Z = 1.959963984540054;

    /// Counts members.
    public static <T> Share of(Collection<T> all, Predicate<? super T> counts) {
        return new Share((int) all.stream().filter(counts).count(), all.size());
    }

    /// Both counts together.
    public Share plus(Share other) {
        return new Share(hits + other.hits, of + other.of);
    }

    /// The share; 0 where there is nothing.
    public double value() {
        return of(hits, of);
    }

    /// A part of a whole; 0 where there is nothing.
    public static double of(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /// The lower end of the Wilson score interval, 95 % two-sided; 0 where there is nothing. The
    /// bootstrap of an evaluation resamples whole notes; a share of work is of lines that a person
    /// decided one by one, and often of very few, where a bootstrap would have no width.
    public double low() {
        return of == 0 ? 0 : Math.max(0, centre() - margin());
    }

    /// The upper end of the Wilson score interval; 1 where there is nothing.
    public double high() {
        return of == 0 ? 1 : Math.min(1, centre() + margin());
    }

    private double centre() {
        return (value() + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double margin() {
        double spread = value() * (1 - value()) / of + Z * Z / (4.0 * of * of);
        return Z * Math.sqrt(spread) / (1 + Z * Z / of);
    }
}
