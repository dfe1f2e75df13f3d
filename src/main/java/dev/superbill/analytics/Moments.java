package dev.superbill.analytics;

/// A number of observations, in a form that adds up: all that one clinic needs to tell another.
///
/// @param count how many
/// @param sum their sum
/// @param squares the sum of their squares
public record Moments(int count, double sum, double squares) {
    /// No observation.
    public static final Moments NONE = new Moments(0, 0, 0);

    /// With one more.
    Moments with(double value) {
        return new Moments(count + 1, sum + value, squares + value * value);
    }

    /// Both together.
    public Moments plus(Moments other) {
        return new Moments(count + other.count, sum + other.sum, squares + other.squares);
    }

    /// Those of this that the other does not hold.
    Moments minus(Moments other) {
        return new Moments(count - other.count, sum - other.sum, squares - other.squares);
    }

    /// Their mean; 0 where there are none.
    public double mean() {
        return count == 0 ? 0 : sum / count;
    }

    /// Their variance, never less than one observation in all of them would make it: a figure that
    /// never varied must not make the first deviation infinitely strange.
    double variance() {
        return count == 0 ? 0 : Math.max(squares / count - mean() * mean(), 1.0 / count);
    }
}
