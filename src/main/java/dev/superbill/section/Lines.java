package dev.superbill.section;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The lines of a note: which of their ends the author meant, and which are only the edge of the
/// page.
///
/// A note is taken to be wrapped at a column where lines break, again and again, before a word that
/// the column has no room for, and go on in mid-sentence. In capitals, where no letter tells, a
/// line is full from three fifths of the column on, since dictation breaks them raggedly.
final class Lines {
    private static final int NARROWEST = 40;
    private static final int WIDEST = 132;
    private static final int FULL_IN_CAPITALS = 60;
    private static final int MOST_HEADING_WORDS = 5;
    private static final int CAPITALS_OF_HUNDRED = 90;
    private static final String CLOSING = ".:;!?";
    private static final String BULLETS = "-*\u2022";

    private final String text;
    private final List<Line> all = new ArrayList<>();
    private final BitSet wraps = new BitSet();

    /// A line without the blanks around it.
    private record Line(int start, int end, int lineBreak) {
        int length() {
            return end - start;
        }

        boolean isEmpty() {
            return start == end;
        }
    }

    private Lines(String text) {
        this.text = text;
        int from = 0;
        while (from < text.length()) {
            int lineBreak = text.indexOf('\n', from);
            int to = lineBreak < 0 ? text.length() : lineBreak;
            int start = from;
            int end = to;
            while (start < end && Blanks.isBlank(text.charAt(start))) {
                start++;
            }
            while (end > start && Blanks.isBlank(text.charAt(end - 1))) {
                end--;
            }
            all.add(new Line(start, end, to));
            from = to + 1;
        }
    }

    /// The lines of a text.
    static Lines of(String text) {
        var lines = new Lines(text);
        int width =
                lines.all.stream()
                        .mapToInt(Line::length)
                        .filter(length -> length <= WIDEST)
                        .max()
                        .orElse(0);
        if (width >= NARROWEST && lines.wrappedAt(width)) {
            lines.findWraps(width);
        }
        return lines;
    }

    /// Whether the line break at `at` is only the edge of the page.
    boolean wrapsAt(int at) {
        return wraps.get(at);
    }

    /// The end of what the author meant as one line.
    int endFrom(int start) {
        int end = text.indexOf('\n', start);
        while (end >= 0 && wraps.get(end)) {
            end = text.indexOf('\n', end + 1);
        }
        return end < 0 ? text.length() : end;
    }

    private boolean wrappedAt(int width) {
        int full = 0;
        int going = 0;
        boolean capitals = false;
        for (int i = 0; i + 1 < all.size(); i++) {
            var line = all.get(i);
            var next = all.get(i + 1);
            if (line.length() <= WIDEST && isFull(line, next, width)) {
                full++;
                boolean inCapitals = bothInCapitals(line, next);
                if (inCapitals ? !closes(line) : Character.isLowerCase(text.charAt(next.start))) {
                    going++;
                    capitals |= inCapitals || inCapitals(line);
                }
            }
        }
        return 3 * going >= full && going >= (capitals ? 1 : 2);
    }

    private void findWraps(int width) {
        int item = 0;
        for (int i = 0; i + 1 < all.size(); i++) {
            var line = all.get(i);
            var next = all.get(i + 1);
            item = Math.max(item, itemNumber(line.start));
            if (line.length() <= WIDEST
                    && isFullOrInCapitals(line, next, width)
                    && !startsItem(next, item)
                    && !startsHeading(next, closes(line))) {
                wraps.set(line.lineBreak);
            }
        }
    }

    /// Whether the next line's first word had no room.
    private boolean isFull(Line line, Line next, int column) {
        if (line.isEmpty() || next.isEmpty()) {
            return false;
        }
        int word = next.start;
        while (word < next.end && !Blanks.isBlank(text.charAt(word))) {
            word++;
        }
        return line.length() + 1 + word - next.start > column;
    }

    private boolean isFullOrInCapitals(Line line, Line next, int width) {
        return isFull(line, next, width)
                || (isFull(line, next, width * FULL_IN_CAPITALS / 100)
                        && bothInCapitals(line, next));
    }

    private boolean bothInCapitals(Line line, Line next) {
        return inCapitals(line) && inCapitals(next);
    }

    /// A bullet, a letter, or the number after the last item's: other numbers belong to the
    /// sentence.
    private boolean startsItem(Line line, int lastItem) {
        if (BULLETS.indexOf(text.charAt(line.start)) >= 0) {
            return true;
        }
        int number = itemNumber(line.start);
        return number == 1 || (number > 0 && number == lastItem + 1);
    }

    /// The number that a line begins with before a full stop or a bracket; 0 where it has none.
    private int itemNumber(int start) {
        int at = start;
        int number = 0;
        while (at < text.length() && at < start + 2 && isDigit(text.charAt(at))) {
            number = 10 * number + text.charAt(at) - '0';
            at++;
        }
        boolean marked =
                at > start
                        && at + 1 < text.length()
                        && ".)".indexOf(text.charAt(at)) >= 0
                        && Blanks.isBlank(text.charAt(at + 1));
        return marked ? number : 0;
    }

    private boolean closes(Line line) {
        return CLOSING.indexOf(text.charAt(line.end - 1)) >= 0;
    }

    /// Whether a line begins with a listed heading; in the midst of a sentence, with one that has
    /// no digit.
    private boolean startsHeading(Line line, boolean afterSentence) {
        if (!Character.isUpperCase(text.charAt(line.start))) {
            return false;
        }
        int colon = text.indexOf(':', line.start);
        if (colon < 0 || colon >= line.end) {
            return HeadingTable.exactly(text.substring(line.start, line.end)) != null;
        }
        var heading = Blanks.single(text.substring(line.start, colon));
        return (afterSentence || heading.chars().noneMatch(Character::isDigit))
                && heading.split(" ").length <= MOST_HEADING_WORDS
                && HeadingTable.kindOf(heading) != null;
    }

    /// Whether nearly all letters of a line are capitals; the first few others tell of most lines
    /// that they are not.
    private boolean inCapitals(Line line) {
        int most = (100 - CAPITALS_OF_HUNDRED) * line.length() / 100;
        int letters = 0;
        int others = 0;
        for (int i = line.start; i < line.end && others <= most; i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                letters++;
                others += Character.isUpperCase(c) ? 0 : 1;
            }
        }
        return 100 * others <= (100 - CAPITALS_OF_HUNDRED) * letters;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
