package dev.superbill.section;

import dev.superbill.note.Span;

/// A headed part of a note.
///
/// @param kind what the section is for
/// @param heading the heading as printed, without colon or number; empty before the first heading
/// @param span heading and body
/// @param bodyStart the offset of the first character after the heading
public record Section(SectionKind kind, String heading, Span span, int bodyStart) {
    /// Checks that the body lies in the section.
    public Section {
        if (bodyStart < span.start() || bodyStart > span.end()) {
            throw new IllegalArgumentException("the body lies outside the section");
        }
    }

    @Override
    public String toString() {
        return "Section[" + kind + " " + span + "]";
    }
}
