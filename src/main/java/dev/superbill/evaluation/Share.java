package dev.superbill.evaluation;

/// How many of how many.
///
/// @param hits those that count
/// @param of all
public record Share(int hits, int of) {
    /// Nothing counted yet.
    public static final Share NONE = new Share(0, 0);

    /// One case.
    static Share one(boolean hit) {
        return new Share(hit ? 1 : 0, 1);
    }

    /// Both counts together.
    public Share plus(Share other) {
        return new Share(hits + other.hits, of + other.of);
    }

    /// The share; 0 where there is nothing.
    public double value() {
        return of(hits, of);
    }

    static double of(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
