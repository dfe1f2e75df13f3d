package dev.superbill.analytics;

/// The standard normal distribution.
final class Normal {
    private static final double SQRT_2_PI = Math.sqrt(2 * Math.PI);
    private static final double FAR = 8;
    private static final int HALVINGS = 60;

    private Normal() {}

    /// The probability of a value up to `z`: the Taylor series about 0, exact to the last digits
    /// within eight deviations.
    static double below(double z) {
        if (z < -FAR) {
            return 0;
        }
        if (z > FAR) {
            return 1;
        }
        double sum = 0;
        double term = z;
        for (int i = 3; sum + term != sum; i += 2) {
            sum += term;
            term *= z * z / i;
        }
        return 0.5 + sum * Math.exp(-z * z / 2) / SQRT_2_PI;
    }

    /// The value that a probability lies below, by bisection.
    static double quantile(double probability) {
        double low = -FAR;
        double high = FAR;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (below(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
