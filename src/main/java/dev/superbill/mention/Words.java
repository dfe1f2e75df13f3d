package dev.superbill.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// How text is cut into words: the one place where note and lexicon are normalised, so that they
/// agree.
///
/// A word is a run of letters and digits, or a decimal number. It is lower-cased; a possessive `'s`
/// and a simple plural ending are dropped. Function words and words of side are fillers: they are
/// transparent to phrases.
final class Words {
    /// The longest word told apart; what follows is ignored.
    static final int MAX_LENGTH = 48;

    private static final Set<String> FILLERS =
            Set.of(
                    "a", "an", "the", "of", "his", "her", "this", "that", "was", "were", "is",
                    "are", "be", "been", "in", "on", "at", "for", "to", "with", "and", "then",
                    "using", "by", "via", "from");
    private static final Set<String> SIDES = Set.of("left", "right", "bilateral", "both");
    private static final String BLANKS = " -/:,";
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Words() {}

    static Set<String> fillers() {
        return FILLERS;
    }

    static Set<String> sides() {
        return SIDES;
    }

    /// The hash of the first `length` characters.
    static long hash(char[] word, int length) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ word[i]) * FNV_PRIME;
        }
        return hash;
    }

    static long hash(String word) {
        return hash(word.toCharArray(), word.length());
    }

    /// One step of [#hash(char\[\], int)].
    static long step(long hash, char next) {
        return (hash ^ next) * FNV_PRIME;
    }

    static long start() {
        return FNV_OFFSET;
    }

    /// Drops a plural ending of a lower-case word in place.
    ///
    /// @return the new length
    static int normalise(char[] word, int length) {
        if (length > 4 && ends(word, length, "ies")) {
            word[length - 3] = 'y';
            return length - 2;
        }
        if (length > 4
                && (ends(word, length, "ches")
                        || ends(word, length, "shes")
                        || ends(word, length, "sses")
                        || ends(word, length, "xes")
                        || ends(word, length, "zes"))) {
            return length - 2;
        }
        if (length > 3 && word[length - 1] == 's' && "sui".indexOf(word[length - 2]) < 0) {
            return length - 1;
        }
        return length;
    }

    private static boolean ends(char[] word, int length, String ending) {
        int from = length - ending.length();
        for (int i = 0; i < ending.length(); i++) {
            if (word[from + i] != ending.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// The content words of a phrase of the lexicon, normalised; a trailing `*` marks a beginning
    /// of a word.
    ///
    /// @throws IllegalArgumentException if the phrase holds anything but letters, digits, `*`, `'`
    ///   and blanks (`-`, `/`, `:` and `,` count as such)
    static List<String> of(String phrase) {
        var words = new ArrayList<String>();
        var text = phrase.toLowerCase(Locale.ROOT);
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (BLANKS.indexOf(c) >= 0) {
                i++;
                continue;
            }
            int end = wordEnd(text, i);
            if (end == i) {
                throw new IllegalArgumentException(
                        "unexpected character '" + c + "' in phrase '" + phrase + "'");
            }
            var word = text.substring(i, end);
            i = end;
            if (text.startsWith("'s", i)) {
                i += 2;
            }
            if (i < text.length() && text.charAt(i) == '*') {
                i++;
                words.add(word + "*");
                continue;
            }
            var letters = word.toCharArray();
            int length = normalise(letters, Math.min(letters.length, MAX_LENGTH));
            if (!FILLERS.contains(word) && !SIDES.contains(word)) {
                words.add(new String(letters, 0, length));
            }
        }
        if (words.isEmpty()) {
            throw new IllegalArgumentException("no content word in phrase '" + phrase + "'");
        }
        return words;
    }

    /// The end of the word that starts at `start`; `start` itself where none does.
    static int wordEnd(String text, int start) {
        int end = start;
        boolean digits = true;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            digits &= text.charAt(end) >= '0' && text.charAt(end) <= '9';
            end++;
        }
        if (digits
                && end > start
                && end + 1 < text.length()
                && text.charAt(end) == '.'
                && isDigit(text.charAt(end + 1))) {
            end++;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
