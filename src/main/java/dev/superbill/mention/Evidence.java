package dev.superbill.mention;

import dev.superbill.note.Note;
import dev.superbill.note.Span;

/// The words of the note that support a candidate.
///
/// @param section the heading of the section they stand in, at most 60 characters; empty before the
///   first heading
/// @param span at most [#MAX_LENGTH] UTF-16 units
/// @param quote the words themselves
public record Evidence(String section, Span span, String quote) {
    /// The longest span cited, in UTF-16 units.
    public static final int MAX_LENGTH = 300;

    /// Checks the length.
    public Evidence {
        if (span.length() > MAX_LENGTH || quote.length() != span.length()) {
            throw new IllegalArgumentException(
                    "a quote is as long as its span, at most " + MAX_LENGTH);
        }
    }

    /// The evidence that a span of the note gives, cut at [#MAX_LENGTH] without splitting a
    /// surrogate pair.
    public static Evidence quoting(Note note, String section, Span span) {
        var cut = span;
        if (span.length() > MAX_LENGTH) {
            int end = span.start() + MAX_LENGTH;
            cut =
                    new Span(
                            span.start(),
                            Character.isLowSurrogate(note.text().charAt(end)) ? end - 1 : end);
        }
        return new Evidence(section, cut, note.slice(cut));
    }

    @Override
    public String toString() {
        return "Evidence[" + span + "]";
    }
}
