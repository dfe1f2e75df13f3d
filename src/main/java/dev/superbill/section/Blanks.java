package dev.superbill.section;

/// What separates words: blanks of every kind, those that no line breaks at among them.
public final class Blanks {
    private Blanks() {}

    /// Whether a character is a blank or ends a line.
    public static boolean isBlank(char c) {
        if (c > ' ' && c < '\u00A0') {
            return false;
        }
        return c == ' '
                || Character.isWhitespace(c)
                || c == '\u00A0'
                || c == '\u2007'
                || c == '\u202F';
    }

    /// A text without the blanks around it, its other blanks single spaces.
    static String single(String text) {
        return single(text, 0, text.length(), text.length());
    }

    /// The same of a part of a text; of a long one only its beginning, longer than `enough`.
    static String single(String text, int start, int end, int enough) {
        var words = new StringBuilder(Math.min(end - start, enough + 2));
        for (int i = start; i < end && words.length() < enough + 2; i++) {
            if (!isBlank(text.charAt(i))) {
                words.append(text.charAt(i));
            } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
        int length = words.length();
        if (length > 0 && words.charAt(length - 1) == ' ') {
            words.setLength(length - 1);
        }
        return words.toString();
    }
}
