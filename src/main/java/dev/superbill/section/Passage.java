package dev.superbill.section;

import dev.superbill.note.Span;

/// A stretch of a section, a sentence or a few, short enough to be quoted as evidence.
///
/// @param span where it stands, at most [Passages#LONGEST] UTF-16 units and spare blanks
/// @param section the section's number in the note
public record Passage(Span span, int section) {}
