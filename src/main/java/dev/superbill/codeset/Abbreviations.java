package dev.superbill.codeset;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// What clinicians shorten, with what it is short for, both ways: `egd` and upper endoscopy. Kept
/// as stems.
public final class Abbreviations {
    private static final String NAME = "abbreviation";

    private final TokenTable phrases;
    private final IntBuffer from;
    private final IntBuffer others;

    private Abbreviations(TokenTable phrases, IntBuffer from, IntBuffer others) {
        this.phrases = phrases;
        this.from = from;
        this.others = others;
    }

    /// Opens the abbreviations of a flat file; there are none where it holds none.
    static Abbreviations open(FlatFile file) {
        return file.has(NAME)
                ? new Abbreviations(
                        TokenTable.open(file, NAME),
                        file.intView(NAME + ".others.from"),
                        file.intView(NAME + ".others"))
                : new Abbreviations(
                        TokenTable.empty(), IntBuffer.allocate(1), IntBuffer.allocate(0));
    }

    /// What stems, joined by blanks, are short for, or shortened to.
    List<List<String>> of(String stems) {
        int number = phrases.find(stems);
        if (number < 0) {
            return List.of();
        }
        var found = new ArrayList<List<String>>();
        for (int i = from.get(number); i < from.get(number + 1); i++) {
            found.add(List.of(phrases.get(others.get(i)).split(" ", -1)));
        }
        return found;
    }

    /// Collects abbreviations and writes them.
    public static final class Builder {
        private final TreeMap<String, TreeSet<String>> pairs = new TreeMap<>();

        /// Adds an abbreviation with what it is short for.
        ///
        /// @throws IllegalArgumentException if one of them has no word to search
        public void add(String abbreviation, List<String> expansions) {
            var shortForm = phrase(abbreviation);
            for (var expansion : expansions) {
                var longForm = phrase(expansion);
                if (!longForm.equals(shortForm)) {
                    pairs.computeIfAbsent(shortForm, _ -> new TreeSet<>()).add(longForm);
                    pairs.computeIfAbsent(longForm, _ -> new TreeSet<>()).add(shortForm);
                }
            }
        }

        private static String phrase(String text) {
            var stems = SearchWords.stems(text);
            if (stems.isEmpty()) {
                throw new IllegalArgumentException("'" + text + "' has no word to search");
            }
            return String.join(" ", stems);
        }

        /// Writes the abbreviations.
        public void writeTo(FlatFile.Builder file) {
            Map<String, Integer> numbers = TokenTable.write(file, NAME, pairs.keySet());
            var from = new int[numbers.size() + 1];
            var others = new ArrayList<Integer>();
            numbers.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue())
                    .forEach(phrase -> {
                        for (var other : pairs.getOrDefault(phrase.getKey(), new TreeSet<>())) {
                            others.add(numbers.getOrDefault(other, -1));
                        }
                        from[phrase.getValue() + 1] = others.size();
                    });
            file.ints(NAME + ".others.from", from)
                    .ints(NAME + ".others", others.stream().mapToInt(Integer::intValue).toArray());
        }
    }
}
