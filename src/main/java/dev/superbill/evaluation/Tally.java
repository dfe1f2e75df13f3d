package dev.superbill.evaluation;

import dev.superbill.analytics.Share;
import java.util.Set;

/// How many codes were right, wrong and missed.
///
/// @param right answered and due
/// @param wrong answered, neither due nor allowed
/// @param missed due and not answered
public record Tally(int right, int wrong, int missed) {
    /// Nothing counted yet.
    public static final Tally NONE = new Tally(0, 0, 0);

    /// Counts one answer.
    ///
    /// @param said what was answered
    /// @param must what is due
    /// @param may what is neither right nor wrong
    public static Tally of(Set<String> said, Set<String> must, Set<String> may) {
        int right = (int) said.stream().filter(must::contains).count();
        int wrong =
                (int)
                        said.stream()
                                .filter(code -> !must.contains(code) && !may.contains(code))
                                .count();
        return new Tally(right, wrong, must.size() - right);
    }

    /// Both counts together.
    public Tally plus(Tally other) {
        return new Tally(right + other.right, wrong + other.wrong, missed + other.missed);
    }

    /// The share of what was answered that is right; 0 where nothing was.
    public double precision() {
        return Share.of(right, right + wrong);
    }

    /// The share of what is due that was answered; 0 where nothing is.
    public double recall() {
        return Share.of(right, right + missed);
    }

    /// The harmonic mean of precision and recall.
    public double f1() {
        return Share.of(2L * right, 2L * right + wrong + missed);
    }
}
