package dev.superbill.note;

/// A clinical note exactly as it was sent. Its text is protected health information: it is never
/// printed.
///
/// @param id the caller's name for the note, may be empty
/// @param text 1 to [#MAX_LENGTH] UTF-16 units, not blank
public record Note(String id, String text) {
    /// The longest note taken, in UTF-16 units.
    public static final int MAX_LENGTH = 100_000;

    /// Checks the length.
    public Note {
        if (text.isBlank()) {
            throw new IllegalArgumentException("the note is blank");
        }
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "the note is longer than " + MAX_LENGTH + " UTF-16 units");
        }
    }

    /// The words of a span, which lies in this note.
    public String slice(Span span) {
        return text.substring(span.start(), span.end());
    }

    @Override
    public String toString() {
        return "Note[" + text.length() + " chars]";
    }
}
