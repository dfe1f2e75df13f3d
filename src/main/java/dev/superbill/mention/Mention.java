package dev.superbill.mention;

import dev.superbill.note.Span;

/// A phrase of the lexicon found in a note.
///
/// @param phrase the phrase's number in the lexicon
/// @param span where it stands
/// @param section the section's place in the list of sections
/// @param sentence the sentence's number in the note
/// @param assertion whether the author says that it is so
/// @param laterality the side named at it
public record Mention(
        int phrase,
        Span span,
        int section,
        int sentence,
        Assertion assertion,
        Laterality laterality) {}
