package dev.superbill.candidate;

/// What the note says to the question of a family of codes.
public sealed interface Answer {
    /// No question is asked of the code.
    record NotAsked() implements Answer {}

    /// The note states the measure.
    record Given() implements Answer {}

    /// The note leaves the question open.
    ///
    /// @param asks what to document
    /// @param source the guideline that asks, and since when
    record Open(String asks, String source) implements Answer {}
}
