package dev.superbill.mention;

import dev.superbill.note.Span;

/// The phrases of one clause found together in a sentence.
///
/// @param span from the first to the last of them
/// @param section the section's place in the list of sections
/// @param sentence the sentence's number in the note
/// @param assertion the strongest of theirs
/// @param laterality the side named at them
public record Occurrence(
        Span span, int section, int sentence, Assertion assertion, Laterality laterality)
        implements Comparable<Occurrence> {
    @Override
    public int compareTo(Occurrence other) {
        return span.compareTo(other.span);
    }
}
