package dev.superbill.mention;

/// The phrases found in a note, as a bit each.
final class PhraseSet {
    private final long[] bits;

    PhraseSet(int phrases) {
        bits = new long[(phrases + Long.SIZE - 1) / Long.SIZE];
    }

    void add(int phrase) {
        bits[phrase / Long.SIZE] |= 1L << (phrase % Long.SIZE);
    }

    boolean contains(int phrase) {
        return (bits[phrase / Long.SIZE] & 1L << (phrase % Long.SIZE)) != 0;
    }
}
