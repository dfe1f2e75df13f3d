package dev.superbill.codeset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What somebody searches for, taken apart.
///
/// @param terms the words, each once, in the order in which they were typed
/// @param codes what is written like a code, without dots
/// @param beginning the code or beginning of codes that alone was typed, without dots; may be empty
record SearchQuery(List<Term> terms, List<String> codes, String beginning) {
    private static final int MOST_TERMS = 24;
    private static final int MOST_CODES = 8;
    private static final int LONGEST_PHRASE = 6;
    private static final int LONGEST_CODE = 7;
    private static final double JOINED = 0.95;
    private static final double SHORTENED = 0.9;
    private static final Pattern SPACE = Pattern.compile("[\\s,;]+");
    private static final Pattern CODE =
            Pattern.compile("\\d{3,5}|\\d{4}[A-Z]|[A-Z](\\d[\\dA-Z]|[A-Z]\\d)[\\dA-Z]{0,4}");

    /// Copies.
    SearchQuery {
        terms = List.copyOf(terms);
        codes = List.copyOf(codes);
    }

    /// A word.
    ///
    /// @param word the word as typed, in lower case
    /// @param stem its stem
    /// @param others what means the same
    /// @param ending whether more letters may follow
    record Term(String word, String stem, List<Meaning> others, Ending ending) {
        Term {
            others = List.copyOf(others);
        }
    }

    /// Whether a word may still be being typed.
    enum Ending {
        CLOSED,
        OPEN
    }

    /// Stems that together mean a word.
    ///
    /// @param worth how much less it counts than the word itself
    record Meaning(List<String> stems, double worth) {
        Meaning {
            stems = List.copyOf(stems);
        }
    }

    /// Takes a query apart.
    static SearchQuery of(String query, Abbreviations abbreviations) {
        var words = SearchWords.words(query);
        var said = words.stream().filter(word -> !SearchWords.ignored(word)).toList();
        var kept = (said.isEmpty() ? words : said).stream().limit(MOST_TERMS).toList();
        var stems = kept.stream().map(SearchWords::stem).toList();
        var meanings = meanings(kept, stems, abbreviations);
        var terms = new ArrayList<Term>();
        var seen = new HashSet<String>();
        for (int i = 0; i < kept.size(); i++) {
            if (seen.add(stems.get(i))) {
                boolean last = i == kept.size() - 1 && kept.getLast().equals(words.getLast());
                terms.add(
                        new Term(
                                kept.get(i),
                                stems.get(i),
                                meanings.get(i),
                                last ? Ending.OPEN : Ending.CLOSED));
            }
        }
        var codes = codes(query);
        boolean alone = codes.size() == 1 && !SPACE.matcher(query.strip()).find();
        return new SearchQuery(terms, codes, alone ? codes.getFirst() : "");
    }

    /// What each word also means: as one word with the next, and by the abbreviations of every run
    /// of words that it is in.
    private static List<List<Meaning>> meanings(
            List<String> words, List<String> stems, Abbreviations abbreviations) {
        var meanings = new ArrayList<List<Meaning>>();
        words.forEach(_ -> meanings.add(new ArrayList<>()));
        for (int start = 0; start < words.size(); start++) {
            if (start + 1 < words.size()) {
                var joined = SearchWords.stem(words.get(start) + words.get(start + 1));
                var meaning = new Meaning(List.of(joined), JOINED);
                meanings.get(start).add(meaning);
                meanings.get(start + 1).add(meaning);
            }
            int longest = Math.min(words.size(), start + LONGEST_PHRASE);
            for (int end = start + 1; end <= longest; end++) {
                var phrase = String.join(" ", stems.subList(start, end));
                for (var other : abbreviations.of(phrase)) {
                    for (int i = start; i < end; i++) {
                        meanings.get(i).add(new Meaning(other, SHORTENED));
                    }
                }
            }
        }
        return meanings;
    }

    private static List<String> codes(String query) {
        var codes = new ArrayList<String>();
        for (var piece : SPACE.split(query.toUpperCase(Locale.ROOT), -1)) {
            var bare = piece.replace(".", "");
            if (bare.length() <= LONGEST_CODE
                    && codes.size() < MOST_CODES
                    && CODE.matcher(bare).matches()) {
                codes.add(bare);
            }
        }
        return codes;
    }
}
