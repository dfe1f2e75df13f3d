package dev.superbill.mention;

import dev.superbill.codeset.FlatFile;

/// The phrases that mentions are made of, as an Aho-Corasick automaton over words, and the
/// expressions over them.
///
/// Words are numbered by the hash of their normalised form; beginnings of words (`laparoscop*`)
/// have numbers of their own. Nothing is parsed when a lexicon is opened: its arrays are copied out
/// of a flat file that the build made.
public final class Lexicon {
    /// How the names of its arrays begin.
    public static final String ARRAYS = "lexicon.";

    /// The number of a word that no phrase holds.
    static final int NO_WORD = 0;

    private final long[] wordKeys;
    private final int[] wordIds;
    private final long[] prefixKeys;
    private final int[] prefixIds;
    private final int prefixLengths;
    private final long[] gotoKeys;
    private final int[] gotoStates;
    private final int[] fail;
    private final int[] outputFrom;
    private final int[] outputs;
    private final int[] outputLink;
    private final int[] phraseLength;
    private final int[] phraseCue;
    private final int[] anchorFrom;
    private final int[] anchors;
    private final int[] conditionFrom;
    private final int[] conditions;
    private final int[] expressionFrom;
    private final int[] expressions;

    private Lexicon(FlatFile file) {
        wordKeys = file.longs("lexicon.word.keys");
        wordIds = file.ints("lexicon.word.ids");
        prefixKeys = file.longs("lexicon.prefix.keys");
        prefixIds = file.ints("lexicon.prefix.ids");
        prefixLengths = file.ints("lexicon.prefix.lengths")[0];
        gotoKeys = file.longs("lexicon.goto.keys");
        gotoStates = file.ints("lexicon.goto.states");
        fail = file.ints("lexicon.fail");
        outputFrom = file.ints("lexicon.output.from");
        outputs = file.ints("lexicon.output");
        outputLink = file.ints("lexicon.output.link");
        phraseLength = file.ints("lexicon.phrase.length");
        phraseCue = file.ints("lexicon.phrase.cue");
        anchorFrom = file.ints("lexicon.anchor.from");
        anchors = file.ints("lexicon.anchor");
        conditionFrom = file.ints("lexicon.condition.from");
        conditions = file.ints("lexicon.condition");
        expressionFrom = file.ints("lexicon.expression.from");
        expressions = file.ints("lexicon.expression");
    }

    /// Opens the lexicon of a flat file.
    ///
    /// @throws IllegalArgumentException if the file holds no lexicon
    public static Lexicon open(FlatFile file) {
        return new Lexicon(file);
    }

    /// The number of phrases.
    public int phrases() {
        return phraseLength.length;
    }

    /// The number of expressions.
    public int expressions() {
        return expressionFrom.length - 1;
    }

    /// The number of a word: of the whole word, or else of the longest beginning that some phrase
    /// names.
    ///
    /// @param hashes the hash of each beginning of the word, by its length
    int word(long[] hashes, int length) {
        int id = lookUp(wordKeys, wordIds, hashes[length]);
        for (int beginning = Math.min(length, Integer.SIZE - 1);
                beginning > 0 && id == NO_WORD;
                beginning--) {
            if ((prefixLengths >>> beginning & 1) != 0) {
                id = lookUp(prefixKeys, prefixIds, hashes[beginning]);
            }
        }
        return id;
    }

    /// The state after reading a word.
    int next(int state, int word) {
        if (word == NO_WORD) {
            return 0;
        }
        int from = state;
        while (true) {
            int to = lookUp(gotoKeys, gotoStates, key(from, word));
            if (to != 0) {
                return to;
            }
            if (from == 0) {
                return 0;
            }
            from = fail[from];
        }
    }

    /// The first state at or behind this one that ends a phrase; 0 where none does.
    int firstOutput(int state) {
        return outputFrom[state] < outputFrom[state + 1] ? state : outputLink[state];
    }

    int nextOutput(int state) {
        return outputLink[state];
    }

    int outputsFrom(int state) {
        return outputFrom[state];
    }

    int outputsTo(int state) {
        return outputFrom[state + 1];
    }

    int output(int index) {
        return outputs[index];
    }

    /// How many content words a phrase has.
    int length(int phrase) {
        return phraseLength[phrase];
    }

    /// The phrase's cues, a bit for each by its place in [Cue]; 0 where it is none.
    int cue(int phrase) {
        return phraseCue[phrase];
    }

    int anchorsFrom(int phrase) {
        return anchorFrom[phrase];
    }

    int anchorsTo(int phrase) {
        return anchorFrom[phrase + 1];
    }

    int anchor(int index) {
        return anchors[index];
    }

    int conditionsFrom(int owner) {
        return owner < conditionFrom.length - 1 ? conditionFrom[owner] : 0;
    }

    int conditionsTo(int owner) {
        return owner < conditionFrom.length - 1 ? conditionFrom[owner + 1] : 0;
    }

    int condition(int index) {
        return conditions[index];
    }

    /// Whether every phrase of an expression is among those found.
    boolean possible(int number, PhraseSet found) {
        int at = expressionFrom[number];
        int from = at + 6;
        for (int clause = 0; clause < expressions[at + 4]; clause++) {
            int phrases = expressions[from];
            for (int i = 1; i <= phrases; i++) {
                if (!found.contains(expressions[from + i])) {
                    return false;
                }
            }
            from += 1 + phrases;
        }
        return true;
    }

    /// The expression of a number.
    Expression expression(int number) {
        int at = expressionFrom[number];
        var clauses = new int[expressions[at + 4]][];
        int words = expressions[at + 5];
        int from = at + 6;
        for (int i = 0; i < clauses.length; i++) {
            clauses[i] = new int[expressions[from]];
            System.arraycopy(expressions, from + 1, clauses[i], 0, clauses[i].length);
            from += 1 + clauses[i].length;
        }
        return new Expression(
                number,
                expressions[at],
                Role.of(expressions[at + 1]),
                expressions[at + 2],
                expressions[at + 3],
                words,
                clauses);
    }

    static long key(int state, int word) {
        return ((long) state << Integer.SIZE | word) + 1;
    }

    static int slot(long key, int capacity) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & capacity - 1;
    }

    private static int lookUp(long[] keys, int[] values, long key) {
        int slot = slot(key, keys.length);
        while (keys[slot] != 0) {
            if (keys[slot] == key) {
                return values[slot];
            }
            slot = slot + 1 & keys.length - 1;
        }
        return 0;
    }
}
