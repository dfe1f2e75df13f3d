package dev.superbill.adapter.workbench;

import java.util.List;

/// A stretch of the note that is marked alike from end to end. The segments of a note, one after
/// the other, are its text.
///
/// @param start the first UTF-16 unit
/// @param text the words
/// @param keys what they support, in order; empty where they are no evidence
/// @param codes the codes that they support, in words
/// @param said how a mention is meant that is not simply so, such as `absent`; else empty
/// @param tag of the last segment of such a mention, the mention's tag; else empty
/// @param meaning what the tag means
/// @param printing how a browser shows it
public record Segment(
        int start,
        String text,
        List<String> keys,
        List<String> codes,
        String said,
        String tag,
        String meaning,
        Printing printing) {
    /// Copies.
    public Segment {
        keys = List.copyOf(keys);
        codes = List.copyOf(codes);
    }

    /// How a browser shows a segment. HTML changes carriage returns and zero characters, which
    /// would move every offset behind them.
    public enum Printing {
        AS_IT_IS,
        /// A carriage return before a line feed, or alone, or a zero character.
        LEFT_OUT,
        LINE_BREAK
    }

    /// The unit after the last.
    public int end() {
        return start + text.length();
    }

    /// Whether they support something.
    public boolean evidence() {
        return !keys.isEmpty();
    }

    /// Whether the keyboard reaches it: it has words, and supports something that was not rejected.
    public boolean reachable() {
        return !text.isBlank() && !weak();
    }

    /// Whether all that they support was rejected.
    public boolean weak() {
        return keys.stream().allMatch(key -> key.startsWith("rejected-"));
    }

    /// The keys as an attribute holds them.
    public String keyList() {
        return String.join(" ", keys);
    }

    /// The codes, for a reader.
    public String codeList() {
        return String.join(", ", codes);
    }

    /// Whether a browser gets it as it is.
    public boolean asItIs() {
        return printing == Printing.AS_IT_IS;
    }

    /// Whether a browser gets a line break for it.
    public boolean lineBreak() {
        return printing == Printing.LINE_BREAK;
    }

    @Override
    public String toString() {
        return "Segment[" + start + ", " + end() + "]";
    }
}
