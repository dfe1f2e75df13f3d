package dev.superbill.evaluation;

/// How the words that support codes stand.
///
/// @param spans how many there are
/// @param unequal those whose quote is not what the note holds there
/// @param longSpans those over 300 characters
/// @param bare codes without any
public record EvidenceCount(int spans, int unequal, int longSpans, int bare) {
    /// Nothing counted yet.
    public static final EvidenceCount NONE = new EvidenceCount(0, 0, 0, 0);

    /// Both counts together.
    public EvidenceCount plus(EvidenceCount other) {
        return new EvidenceCount(
                spans + other.spans,
                unequal + other.unequal,
                longSpans + other.longSpans,
                bare + other.bare);
    }
}
