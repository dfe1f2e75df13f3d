package dev.superbill.mention;

import dev.superbill.codeset.FlatFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Compiles phrases and expressions into the arrays of a [Lexicon]. Runs in the build, not when
/// notes are read.
///
/// Expressions: `a + b` wants both phrases in one sentence, `a & b` both anywhere; `&` binds
/// loosest. A word `abcd*` stands for every word that begins so.
public final class LexiconBuilder {
    private static final int SHORTEST_PREFIX = 3;

    private final Map<List<String>, Integer> phrases = new LinkedHashMap<>();
    private final Map<Integer, Integer> cues = new TreeMap<>();
    private final List<int[]> expressions = new ArrayList<>();
    private final List<int[][]> clausesOf = new ArrayList<>();

    /// Adds a trigger that changes assertions.
    ///
    /// @throws IllegalArgumentException if the phrase cannot be read
    public void cue(Cue cue, String phrase) {
        cues.merge(phrase(phrase), 1 << cue.ordinal(), (a, b) -> a | b);
    }

    /// Adds an expression of a code.
    ///
    /// @param owner the code's place in the code table
    /// @param role what the expression means
    /// @param group which of the code's lines of that role it stands in
    /// @param target the sibling's place in the code table, or -1
    /// @throws IllegalArgumentException if the expression cannot be read
    public void expression(int owner, Role role, int group, int target, String text) {
        var clauses = new ArrayList<int[]>();
        int words = 0;
        for (var clause : text.split("&", -1)) {
            var ids = new ArrayList<Integer>();
            for (var phrase : clause.split("\\+", -1)) {
                int id = phrase(phrase.strip());
                if (!ids.contains(id)) {
                    ids.add(id);
                }
                words += Words.of(phrase).size();
            }
            clauses.add(ids.stream().mapToInt(Integer::intValue).toArray());
        }
        expressions.add(new int[] {owner, role.ordinal(), group, target, clauses.size(), words});
        clausesOf.add(clauses.toArray(int[][]::new));
    }

    /// Adds an expression that shows a concept.
    ///
    /// @throws IllegalArgumentException if the expression cannot be read
    public void concept(Concept concept, String text) {
        expression(-1 - concept.ordinal(), Role.SAYS, 0, -1, text);
    }

    private int phrase(String text) {
        var words = Words.of(text);
        for (var word : words) {
            if (word.endsWith("*") && word.length() <= SHORTEST_PREFIX) {
                throw new IllegalArgumentException("'" + word + "' is too short a beginning");
            }
        }
        return phrases.computeIfAbsent(words, _ -> phrases.size());
    }

    /// Writes the lexicon's arrays.
    public void writeTo(FlatFile.Builder file) {
        var wordIds = new TreeMap<String, Integer>();
        var prefixes = new TreeSet<String>();
        numberWords(wordIds, prefixes);
        var prefixIds = new TreeMap<String, Integer>();
        for (var prefix : prefixes) {
            prefixIds.put(prefix, 1 + wordIds.size() + prefixIds.size());
        }
        writeWords(file, wordIds, prefixIds);
        writeAutomaton(file, wordIds, prefixIds);
        writePhrases(file);
        writeExpressions(file);
    }

    private void numberWords(Map<String, Integer> wordIds, Set<String> prefixes) {
        var words = new TreeSet<String>();
        for (var phrase : phrases.keySet()) {
            for (var word : phrase) {
                if (word.endsWith("*")) {
                    prefixes.add(word.substring(0, word.length() - 1));
                } else {
                    words.add(word);
                }
            }
        }
        for (var word : words) {
            wordIds.put(word, 1 + wordIds.size());
        }
    }

    private static void writeWords(
            FlatFile.Builder file, Map<String, Integer> wordIds, Map<String, Integer> prefixIds) {
        int lengths = 0;
        for (var prefix : prefixIds.keySet()) {
            lengths |= 1 << prefix.length();
        }
        writeHashes(file, "lexicon.word", wordIds);
        writeHashes(file, "lexicon.prefix", prefixIds);
        file.ints("lexicon.prefix.lengths", lengths);
    }

    private static void writeHashes(FlatFile.Builder file, String name, Map<String, Integer> ids) {
        var byHash = new HashMap<Long, Integer>();
        for (var entry : ids.entrySet()) {
            if (byHash.put(Words.hash(entry.getKey()), entry.getValue()) != null) {
                throw new IllegalStateException("two words have the same hash: " + entry.getKey());
            }
        }
        writeTable(file, name + ".keys", name + ".ids", byHash);
    }

    private static void writeTable(
            FlatFile.Builder file, String keyName, String valueName, Map<Long, Integer> values) {
        int capacity = Math.max(8, Integer.highestOneBit(Math.max(1, values.size() * 2)) * 2);
        var keys = new long[capacity];
        var table = new int[capacity];
        for (var entry : new TreeMap<>(values).entrySet()) {
            int slot = Lexicon.slot(entry.getKey(), capacity);
            while (keys[slot] != 0) {
                slot = slot + 1 & capacity - 1;
            }
            keys[slot] = entry.getKey();
            table[slot] = entry.getValue();
        }
        file.longs(keyName, keys).ints(valueName, table);
    }

    private void writeAutomaton(
            FlatFile.Builder file,
            NavigableMap<String, Integer> wordIds,
            NavigableMap<String, Integer> prefixIds) {
        var edges = new ArrayList<Map<Integer, Integer>>();
        var ends = new ArrayList<List<Integer>>();
        edges.add(new TreeMap<>());
        ends.add(new ArrayList<>());
        for (var phrase : phrases.entrySet()) {
            var states = List.of(0);
            for (var word : phrase.getKey()) {
                var reached = new ArrayList<Integer>();
                for (int id : meanings(word, wordIds, prefixIds)) {
                    for (int state : states) {
                        reached.add(
                                edges.get(state)
                                        .computeIfAbsent(
                                                id,
                                                _ -> {
                                                    edges.add(new TreeMap<>());
                                                    ends.add(new ArrayList<>());
                                                    return edges.size() - 1;
                                                }));
                    }
                }
                states = reached;
            }
            for (int state : states) {
                ends.get(state).add(phrase.getValue());
            }
        }
        writeStates(file, edges, ends);
    }

    /// The numbers that a word of a phrase may have in a note: a beginning also stands for the
    /// whole words and longer beginnings that have numbers of their own.
    private static List<Integer> meanings(
            String word,
            NavigableMap<String, Integer> wordIds,
            NavigableMap<String, Integer> prefixIds) {
        if (!word.endsWith("*")) {
            return List.of(wordIds.getOrDefault(word, Lexicon.NO_WORD));
        }
        var beginning = word.substring(0, word.length() - 1);
        var ids = new ArrayList<>(startingWith(wordIds, beginning));
        ids.addAll(startingWith(prefixIds, beginning));
        return ids;
    }

    private static List<Integer> startingWith(NavigableMap<String, Integer> ids, String beginning) {
        return List.copyOf(ids.subMap(beginning, beginning + Character.MAX_VALUE).values());
    }

    private static void writeStates(
            FlatFile.Builder file, List<Map<Integer, Integer>> edges, List<List<Integer>> ends) {
        int states = edges.size();
        var fail = new int[states];
        var link = new int[states];
        var transitions = new HashMap<Long, Integer>();
        for (int state = 0; state < states; state++) {
            for (var edge : edges.get(state).entrySet()) {
                transitions.put(Lexicon.key(state, edge.getKey()), edge.getValue());
            }
        }
        var queue = new ArrayDeque<Integer>(edges.getFirst().values());
        while (!queue.isEmpty()) {
            int state = queue.remove();
            link[state] = ends.get(fail[state]).isEmpty() ? link[fail[state]] : fail[state];
            for (var edge : edges.get(state).entrySet()) {
                int from = fail[state];
                while (from != 0 && !edges.get(from).containsKey(edge.getKey())) {
                    from = fail[from];
                }
                fail[edge.getValue()] = edges.get(from).getOrDefault(edge.getKey(), 0);
                queue.add(edge.getValue());
            }
        }
        writeTable(file, "lexicon.goto.keys", "lexicon.goto.states", transitions);
        file.ints("lexicon.fail", fail).ints("lexicon.output.link", link);
        writeLists(file, "lexicon.output", ends);
    }

    private static void writeLists(FlatFile.Builder file, String name, List<List<Integer>> lists) {
        var from = new int[lists.size() + 1];
        for (int i = 0; i < lists.size(); i++) {
            from[i + 1] = from[i] + lists.get(i).size();
        }
        file.ints(name + ".from", from);
        file.ints(name, lists.stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray());
    }

    private void writePhrases(FlatFile.Builder file) {
        var cue = new int[phrases.size()];
        cues.forEach((phrase, kinds) -> cue[phrase] = kinds);
        file.ints(
                "lexicon.phrase.length", phrases.keySet().stream().mapToInt(List::size).toArray());
        file.ints("lexicon.phrase.cue", cue);
    }

    /// An expression that proposes is anchored at its rarest phrase, so that it is looked at only
    /// where that phrase occurs; a condition hangs on its owner, and is looked at only where the
    /// owner is proposed.
    private void writeExpressions(FlatFile.Builder file) {
        var uses = new int[phrases.size()];
        for (var clauses : clausesOf) {
            for (var clause : clauses) {
                for (int phrase : clause) {
                    uses[phrase]++;
                }
            }
        }
        var anchors = new ArrayList<List<Integer>>();
        phrases.forEach((_, _) -> anchors.add(new ArrayList<>()));
        var conditions = new ArrayList<List<Integer>>();
        int owners =
                expressions.stream().mapToInt(expression -> expression[0]).max().orElse(-1) + 1;
        for (int owner = 0; owner < owners; owner++) {
            conditions.add(new ArrayList<>());
        }
        var flat = new ArrayList<Integer>();
        var from = new int[expressions.size() + 1];
        for (int i = 0; i < expressions.size(); i++) {
            int anchor = clausesOf.get(i)[0][0];
            for (int field : expressions.get(i)) {
                flat.add(field);
            }
            for (var clause : clausesOf.get(i)) {
                flat.add(clause.length);
                for (int phrase : clause) {
                    flat.add(phrase);
                    anchor = uses[phrase] < uses[anchor] ? phrase : anchor;
                }
            }
            if (expressions.get(i)[1] == Role.SAYS.ordinal()) {
                anchors.get(anchor).add(i);
            } else {
                conditions.get(expressions.get(i)[0]).add(i);
            }
            from[i + 1] = flat.size();
        }
        file.ints("lexicon.expression.from", from);
        file.ints("lexicon.expression", flat.stream().mapToInt(Integer::intValue).toArray());
        writeLists(file, "lexicon.anchor", anchors);
        writeLists(file, "lexicon.condition", conditions);
    }
}
