package dev.superbill.section;

/// Where the sentences of a note end. The one place that says so: phrases never reach over such an
/// end, and passages are made of whole sentences.
public final class Sentences {
    private final String text;
    private final Lines lines;

    private Sentences(String text, Lines lines) {
        this.text = text;
        this.lines = lines;
    }

    /// The sentences of a note's text.
    public static Sentences of(String text) {
        return new Sentences(text, Lines.of(text));
    }

    /// Whether the character at `at` ends a sentence: a full stop, semicolon or question mark does,
    /// and so does a line that ends an item of a list. A line broken in mid-sentence does not, nor
    /// one that ends at the edge of the page.
    ///
    /// @param at the offset of the character, which is neither letter nor digit
    /// @param limit where the section ends
    public boolean endsAt(int at, int limit) {
        return switch (text.charAt(at)) {
            case '.', ';', '!', '?' -> true;
            case '\r' -> !endsLine(at + 1, limit) && endsItem(at, limit);
            case '\n' -> !lines.wrapsAt(at) && endsItem(at, limit);
            default -> false;
        };
    }

    private boolean endsLine(int at, int limit) {
        return at < limit && text.charAt(at) == '\n';
    }

    private boolean endsItem(int at, int limit) {
        int next = at + 1;
        while (next < limit && text.charAt(next) != '\n' && Blanks.isBlank(text.charAt(next))) {
            next++;
        }
        if (next >= limit) {
            return true;
        }
        char first = text.charAt(next);
        return !Character.isLetter(first) || (Character.isUpperCase(first) && !endsInComma(at));
    }

    private boolean endsInComma(int at) {
        int last = at - 1;
        while (last > 0 && text.charAt(last) != '\n' && Blanks.isBlank(text.charAt(last))) {
            last--;
        }
        return last >= 0 && text.charAt(last) == ',';
    }
}
