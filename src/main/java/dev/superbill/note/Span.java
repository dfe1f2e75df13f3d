package dev.superbill.note;

/// A half-open range `[start, end)` of UTF-16 units of the note's text. Never empty.
public record Span(int start, int end) implements Comparable<Span> {
    /// Checks that the range is a range.
    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a span needs 0 <= start < end");
        }
    }

    /// The number of UTF-16 units.
    public int length() {
        return end - start;
    }

    /// Whether the two share a character.
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /// Whether the other lies wholly in this one.
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    @Override
    public int compareTo(Span other) {
        return start != other.start
                ? Integer.compare(start, other.start)
                : Integer.compare(end, other.end);
    }
}
