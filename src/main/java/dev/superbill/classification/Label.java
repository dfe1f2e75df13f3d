package dev.superbill.classification;

/// A label with its probability.
///
/// @param name the label
/// @param score 0 to 1
public record Label(String name, double score) {
    /// Checks the score.
    public Label {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score is outside 0..1");
        }
    }
}
