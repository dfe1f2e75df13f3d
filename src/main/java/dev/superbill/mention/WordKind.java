package dev.superbill.mention;

/// What a word is to the finder, told from its hash without making a string.
enum WordKind {
    CONTENT,
    FILLER,
    WITH,
    AND,
    WITHOUT,
    LEFT,
    RIGHT,
    BOTH,
    /// `bilaterally`: it names both sides, and phrases may hold it.
    BILATERALLY;

    private static final int CAPACITY = 128;
    private static final int LONGEST = 11;
    private static final long[] HASHES = new long[CAPACITY];
    private static final WordKind[] KINDS = new WordKind[CAPACITY];

    static {
        Words.fillers().forEach(word -> add(word, FILLER));
        Words.sides().forEach(word -> add(word, BOTH));
        add("with", WITH);
        add("and", AND);
        add("without", WITHOUT);
        add("left", LEFT);
        add("right", RIGHT);
        add("bilaterally", BILATERALLY);
    }

    private static void add(String word, WordKind kind) {
        long hash = Words.hash(word);
        int slot = slot(hash);
        HASHES[slot] = hash;
        KINDS[slot] = kind;
    }

    /// The kind of the word with this hash and length.
    static WordKind of(long hash, int length) {
        if (length > LONGEST) {
            return CONTENT;
        }
        int slot = slot(hash);
        return HASHES[slot] == hash ? KINDS[slot] : CONTENT;
    }

    private static int slot(long hash) {
        int slot = Lexicon.slot(hash, CAPACITY);
        while (HASHES[slot] != 0 && HASHES[slot] != hash) {
            slot = (slot + 1) & (CAPACITY - 1);
        }
        return slot;
    }

    /// The side that the word names.
    Laterality side() {
        return switch (this) {
            case LEFT -> Laterality.LEFT;
            case RIGHT -> Laterality.RIGHT;
            case BOTH, BILATERALLY -> Laterality.BILATERAL;
            case CONTENT, FILLER, WITH, AND, WITHOUT -> Laterality.NONE;
        };
    }
}
