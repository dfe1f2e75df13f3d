package dev.superbill.adapter.cli;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Text made fit for a terminal: a note may hold control and direction characters that would
/// rewrite the screen.
final class Plain {
    private Plain() {}

    /// The text in one line, without characters that steer a terminal.
    static String text(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints().map(point -> steers(point) ? ' ' : point).forEach(plain::appendCodePoint);
        return plain.toString().strip().replaceAll(" {2,}", " ");
    }

    private static boolean steers(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    point != ZERO_WIDTH_JOINER;
            default -> false;
        };
    }

    /// Joins the parts of one emoji.
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /// The text in lines of at most the given width, broken between words where it can be.
    static List<String> wrapped(String text, int width) {
        var lines = new ArrayList<String>();
        var breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        int start = 0;
        int end = 0;
        for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
            if (text.substring(start, next).stripTrailing().length() > width && end > start) {
                lines.add(text.substring(start, end).stripTrailing());
                start = end;
            }
            end = next;
        }
        lines.add(text.substring(start).stripTrailing());
        return lines;
    }

    /// The text cut to the given width, with a mark where it was cut.
    static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
    }
}
