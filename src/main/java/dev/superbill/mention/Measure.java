package dev.superbill.mention;

import dev.superbill.note.Span;

/// A number with its unit, read from the note.
///
/// @param value in the unit of what was read: cm, sq cm, grams, minutes, weeks, or a count
/// @param span where it stands
public record Measure(double value, Span span) {
    /// Checks.
    public Measure {
        if (!(value >= 0)) {
            throw new IllegalArgumentException("a measure is not below 0");
        }
    }

    /// The same place with another value.
    public Measure valued(double other) {
        return new Measure(other, span);
    }
}
