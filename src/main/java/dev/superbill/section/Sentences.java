package dev.superbill.section;

/// Where sentences end. The one place that says so: phrases never reach over such an end, and
/// passages are made of whole sentences.
public final class Sentences {
    private Sentences() {}

    /// Whether the character at `at` ends a sentence: a full stop, semicolon or question mark does,
    /// and so does a line that ends an item of a list. A line broken in mid-sentence does not.
    ///
    /// @param text the note's text
    /// @param at the offset of the character, which is neither letter nor digit
    /// @param limit where the section ends
    public static boolean endsAt(CharSequence text, int at, int limit) {
        return switch (text.charAt(at)) {
            case '.', ';', '!', '?' -> true;
            case '\r' -> !endsLine(text, at + 1, limit) && endsItem(text, at, limit);
            case '\n' -> endsItem(text, at, limit);
            default -> false;
        };
    }

    private static boolean endsLine(CharSequence text, int at, int limit) {
        return at < limit && text.charAt(at) == '\n';
    }

    private static boolean endsItem(CharSequence text, int at, int limit) {
        int next = at + 1;
        while (next < limit
                && (text.charAt(next) == ' '
                        || text.charAt(next) == '\t'
                        || text.charAt(next) == '\r')) {
            next++;
        }
        if (next >= limit) {
            return true;
        }
        char first = text.charAt(next);
        return !Character.isLetter(first)
                || (Character.isUpperCase(first) && !endsInComma(text, at));
    }

    private static boolean endsInComma(CharSequence text, int at) {
        int last = at - 1;
        while (last > 0 && (text.charAt(last) == ' ' || text.charAt(last) == '\r')) {
            last--;
        }
        return last >= 0 && text.charAt(last) == ',';
    }
}
