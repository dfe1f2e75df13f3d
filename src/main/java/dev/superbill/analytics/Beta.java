package dev.superbill.analytics;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// What is believed of a share: a Beta distribution.
///
/// @param hits above 0
/// @param misses above 0
record Beta(double hits, double misses) {
    private static final int CELLS = 4000;
    private static final double TAIL = 0.025;

    /// The share that 2.5 % lie below.
    double low() {
        return quantile(TAIL);
    }

    /// The share that 2.5 % lie above.
    double high() {
        return quantile(1 - TAIL);
    }

    /// Adds up the density over cells of equal width, which is exact enough for a bound to be read
    /// to three decimals.
    private double quantile(double probability) {
        IntToDoubleFunction logDensity =
                cell -> {
                    double share = (cell + 0.5) / CELLS;
                    return (hits - 1) * Math.log(share) + (misses - 1) * Math.log(1 - share);
                };
        double most = IntStream.range(0, CELLS).mapToDouble(logDensity).max().orElse(0);
        double[] density =
                IntStream.range(0, CELLS)
                        .mapToDouble(cell -> Math.exp(logDensity.applyAsDouble(cell) - most))
                        .toArray();
        double total = 0;
        for (double one : density) {
            total += one;
        }
        double sum = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            sum += density[cell];
            if (sum >= probability * total) {
                return (cell + 0.5) / CELLS;
            }
        }
        return 1;
    }
}
