package dev.superbill.codeset;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Text as search sees it: words of letters and digits in lower case, without accents and in
/// American spelling, and their stems, in which plurals and the commonest endings are gone.
///
/// The stems are no words of any language: they only have to be equal where the words mean the
/// same, as those of `arthroscopy`, `arthroscopies` and `arthroscopic` are.
final class SearchWords {
    /// The longest word kept; what is longer is cut.
    static final int LONGEST = 40;

    private static final Set<String> IGNORED =
            Set.of("of", "the", "and", "or", "with", "for", "to", "in", "by", "on", "at", "an");
    private static final Map<String, String> IRREGULAR =
            Map.of(
                    "testis", "testicl",
                    "testes", "testicl",
                    "feet", "foot",
                    "teeth", "tooth",
                    "sinus", "sinus",
                    "lens", "lens",
                    "pelvis", "pelvic");
    private static final int LATIN = 0x250;

    private SearchWords() {}

    /// The words of a text, in order.
    static List<String> words(String text) {
        var words = new ArrayList<String>();
        var folded = folded(text);
        var word = new StringBuilder();
        for (int i = 0; i < folded.length(); ) {
            int point = folded.codePointAt(i);
            i += Character.charCount(point);
            if (Character.isLetterOrDigit(point)) {
                if (word.length() < LONGEST) {
                    word.appendCodePoint(point);
                }
            } else if (!joins(point, word)) {
                end(word, words);
            }
        }
        end(word, words);
        return words;
    }

    /// Apostrophes, accents and joiners stand inside a word.
    private static boolean joins(int point, StringBuilder word) {
        if (word.isEmpty()) {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.FORMAT, Character.ENCLOSING_MARK -> true;
            default -> point == '\'' || point == '\u2019';
        };
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(american(word.toString()));
            word.setLength(0);
        }
    }

    /// Whether a word says too little to be searched.
    static boolean ignored(String word) {
        return IGNORED.contains(word);
    }

    /// The stems of the words of a text that are not ignored, in order.
    static List<String> stems(String text) {
        return words(text).stream().filter(word -> !ignored(word)).map(SearchWords::stem).toList();
    }

    private static String folded(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(c -> c < 0x80)) {
            return lower;
        }
        var plain = new StringBuilder(lower.length());
        Normalizer.normalize(lower, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(point -> {
                    switch (point) {
                        case 'ß' -> plain.append("ss");
                        case 'æ' -> plain.append("ae");
                        case 'œ' -> plain.append("oe");
                        case 'ø' -> plain.append('o');
                        case 'ł' -> plain.append('l');
                        case 'đ' -> plain.append('d');
                        default -> plain.appendCodePoint(point);
                    }
                });
        return plain.toString();
    }

    /// The American spelling of a British word.
    private static String american(String word) {
        var told = word;
        int length = told.length();
        if (length < 5 || told.charAt(0) >= LATIN) {
            return told;
        }
        if (told.startsWith("oe")) {
            told = told.substring(1);
        }
        told = told.replace("rrhoea", "rrhea").replace("coeli", "celi").replace("foet", "fet");
        int at = told.indexOf("ae", 1);
        if (at > 0 && at < told.length() - 2) {
            told = told.substring(0, at) + told.substring(at + 1);
        } else if (at > 0 && told.length() > 5) {
            told = told.substring(0, told.length() - 1);
        }
        return told.endsWith("our") && told.length() > 5
                ? told.substring(0, told.length() - 3) + "or"
                : told;
    }

    /// The stem of a word.
    static String stem(String word) {
        if (word.length() <= 3 || hasDigit(word)) {
            return word;
        }
        var irregular = IRREGULAR.get(word);
        return irregular == null ? withoutVowel(withoutEnding(singular(word))) : irregular;
    }

    static boolean hasDigit(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }

    private static String singular(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return cut(word, 3) + "y";
        }
        if (word.endsWith("sses")
                || word.endsWith("xes")
                || word.endsWith("ches")
                || word.endsWith("shes")
                || word.endsWith("uses")) {
            return cut(word, 2);
        }
        if (word.endsWith("is")) {
            return word.length() >= 6 ? cut(word, 2) : word;
        }
        if (word.endsWith("i") && word.length() >= 6) {
            return cut(word, 1) + "us";
        }
        return word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")
                ? cut(word, 1)
                : word;
    }

    private static String withoutEnding(String word) {
        if (word.endsWith("gram") && word.length() >= 7) {
            return cut(word, 4) + "graph";
        }
        if (word.endsWith("oval")) {
            return cut(word, 2);
        }
        if (word.endsWith("ization") && word.length() >= 10) {
            return cut(word, 5);
        }
        if (word.endsWith("ically") && word.length() >= 10) {
            return cut(word, 6);
        }
        if (word.endsWith("ment") && word.length() >= 9) {
            return cut(word, 4);
        }
        if (word.endsWith("ion") && word.length() >= 7) {
            return cut(word, 3);
        }
        if (word.endsWith("age") && word.length() >= 8) {
            return cut(word, 3);
        }
        if (word.endsWith("ive") && word.length() >= 8) {
            return cut(word, 3);
        }
        if (word.endsWith("ing") && word.length() >= 7) {
            return single(cut(word, 3));
        }
        if (word.endsWith("ed") && word.length() >= 6) {
            return single(cut(word, 2));
        }
        if (word.endsWith("ic") && word.length() >= 7) {
            return cut(word, 2);
        }
        return word;
    }

    /// The stem of `clipped` is that of `clip`, but that of `filled` is `fill`.
    private static String single(String word) {
        char last = word.charAt(word.length() - 1);
        boolean twice = last == word.charAt(word.length() - 2);
        return twice && "lsz".indexOf(last) < 0 ? cut(word, 1) : word;
    }

    private static String withoutVowel(String word) {
        return word.length() >= 5 && (word.endsWith("e") || word.endsWith("y"))
                ? cut(word, 1)
                : word;
    }

    private static String cut(String word, int characters) {
        return word.substring(0, word.length() - characters);
    }
}
