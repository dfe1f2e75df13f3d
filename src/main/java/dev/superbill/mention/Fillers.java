package dev.superbill.mention;

import java.util.Arrays;

/// Recognises fillers and words of side without making strings.
final class Fillers {
    private static final int LONGEST = 11;
    private static final long[] FILLERS = hashes(Words.fillers().toArray(String[]::new));
    private static final long WITH = Words.hash("with");
    private static final long AND = Words.hash("and");
    private static final long WITHOUT = Words.hash("without");
    private static final long LEFT = Words.hash("left");
    private static final long RIGHT = Words.hash("right");
    private static final long BOTH = Words.hash("both");
    private static final long BILATERAL = Words.hash("bilateral");
    private static final long BILATERALLY = Words.hash("bilaterally");

    private Fillers() {}

    static boolean isFiller(char[] word, int length) {
        return length <= 5 && Arrays.binarySearch(FILLERS, Words.hash(word, length)) >= 0;
    }

    static Laterality side(char[] word, int length) {
        if (length < 4 || length > LONGEST || "lrb".indexOf(word[0]) < 0) {
            return Laterality.NONE;
        }
        long hash = Words.hash(word, length);
        if (hash == LEFT) {
            return Laterality.LEFT;
        }
        if (hash == RIGHT) {
            return Laterality.RIGHT;
        }
        return hash == BOTH || hash == BILATERAL || hash == BILATERALLY
                ? Laterality.BILATERAL
                : Laterality.NONE;
    }

    static boolean isWith(char[] word, int length) {
        return length == 4 && Words.hash(word, length) == WITH;
    }

    static boolean isAnd(char[] word, int length) {
        return length == 3 && Words.hash(word, length) == AND;
    }

    static boolean isWithout(char[] word, int length) {
        return length == 7 && Words.hash(word, length) == WITHOUT;
    }

    /// Whether a word of side, by its length, is the adverb `bilaterally`, which phrases may name.
    static boolean isAdverb(int length) {
        return length == LONGEST;
    }

    private static long[] hashes(String... words) {
        return Arrays.stream(words).mapToLong(Words::hash).sorted().toArray();
    }
}
