package dev.superbill.adapter.djl;

import java.util.Arrays;

/// Pieces by their code points: one open-addressed table from a node and a code point to the next
/// node, so that looking up allocates nothing and costs one step a code point.
final class PieceTrie {
    static final int ROOT = 0;
    static final int NONE = -1;

    private static final int CODE_POINT_BITS = 21;
    private static final long FREE = -1;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int LOAD = 2;
    private static final int LEAST = 1 << 6;

    private long[] keys;
    private int[] targets;
    private int[] pieces;
    private int nodes = 1;

    /// @param vocabulary the pieces, one a line, in the order of their ids, from 0
    /// @throws IllegalArgumentException if a piece is there twice, or an empty one
    PieceTrie(String vocabulary) {
        // Beginnings are shared: there are about half as many nodes as code points.
        int slots = Math.max(LEAST, Integer.highestOneBit(vocabulary.length()) * LOAD);
        keys = new long[slots];
        targets = new int[slots];
        pieces = new int[slots / LOAD];
        Arrays.fill(keys, FREE);
        pieces[ROOT] = NONE;
        int id = 0;
        for (int start = 0; start < vocabulary.length(); ) {
            int end = vocabulary.indexOf('\n', start);
            end = end < 0 ? vocabulary.length() : end;
            add(vocabulary, start, end, id++);
            start = end + 1;
        }
    }

    /// The node behind a code point, [#NONE] where no piece goes on so.
    int next(int node, int codePoint) {
        long key = key(node, codePoint);
        int slot = slot(key, keys.length);
        while (keys[slot] != FREE) {
            if (keys[slot] == key) {
                return targets[slot];
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        return NONE;
    }

    /// The node behind a whole text, [#NONE] where no piece begins so.
    int walk(String text) {
        int node = ROOT;
        for (int i = 0; i < text.length() && node != NONE; ) {
            int codePoint = text.codePointAt(i);
            node = next(node, codePoint);
            i += Character.charCount(codePoint);
        }
        return node;
    }

    /// The id of the piece that ends at a node, [#NONE] where none does.
    int piece(int node) {
        return pieces[node];
    }

    private void add(String vocabulary, int start, int end, int id) {
        int node = ROOT;
        for (int i = start; i < end; ) {
            int codePoint = vocabulary.codePointAt(i);
            int found = next(node, codePoint);
            node = found == NONE ? grow(node, codePoint) : found;
            i += Character.charCount(codePoint);
        }
        if (node == ROOT || pieces[node] != NONE) {
            throw new IllegalArgumentException("the vocabulary names a piece twice, or none");
        }
        pieces[node] = id;
    }

    private int grow(int node, int codePoint) {
        if (nodes == pieces.length) {
            pieces = Arrays.copyOf(pieces, LOAD * nodes);
        }
        if (LOAD * nodes >= keys.length) {
            rehash();
        }
        int target = nodes++;
        pieces[target] = NONE;
        put(keys, targets, key(node, codePoint), target);
        return target;
    }

    private void rehash() {
        var renewedKeys = new long[LOAD * keys.length];
        var renewedTargets = new int[LOAD * keys.length];
        Arrays.fill(renewedKeys, FREE);
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != FREE) {
                put(renewedKeys, renewedTargets, keys[slot], targets[slot]);
            }
        }
        keys = renewedKeys;
        targets = renewedTargets;
    }

    private static void put(long[] keys, int[] targets, long key, int target) {
        int slot = slot(key, keys.length);
        while (keys[slot] != FREE) {
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        targets[slot] = target;
    }

    private static long key(int node, int codePoint) {
        return ((long) node << CODE_POINT_BITS) | codePoint;
    }

    private static int slot(long key, int size) {
        return (int) ((key * SPREAD) >>> 32) & (size - 1);
    }
}
