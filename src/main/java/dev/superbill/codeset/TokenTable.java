package dev.superbill.codeset;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/// Tokens in the order of their UTF-8 bytes, each with its place as number. Being sorted they are a
/// trie already: tokens near a misspelt one are found by walking it and leaving out every branch
/// that begins too differently, so that no neighbourhood has to be kept.
final class TokenTable {
    private final IntBuffer from;
    private final ByteBuffer bytes;

    private TokenTable(IntBuffer from, ByteBuffer bytes) {
        this.from = from;
        this.bytes = bytes;
    }

    /// Opens the tokens that were written under the name.
    static TokenTable open(FlatFile file, String name) {
        return new TokenTable(file.intView(name + ".from"), file.bytes(name));
    }

    /// No tokens.
    static TokenTable empty() {
        return new TokenTable(IntBuffer.allocate(1), ByteBuffer.allocate(0));
    }

    /// Writes tokens.
    ///
    /// @return the number of each
    static Map<String, Integer> write(
            FlatFile.Builder file, String name, Collection<String> tokens) {
        var sorted = tokens.stream().map(TokenTable::utf8).toArray(byte[][]::new);
        Arrays.sort(sorted, Arrays::compareUnsigned);
        var numbers = new TreeMap<String, Integer>();
        var all = new ByteArrayOutputStream();
        var from = new int[sorted.length + 1];
        for (int i = 0; i < sorted.length; i++) {
            all.writeBytes(sorted[i]);
            from[i + 1] = all.size();
            numbers.put(new String(sorted[i], StandardCharsets.UTF_8), i);
        }
        file.ints(name + ".from", from).bytes(name, all.toByteArray());
        return numbers;
    }

    private static byte[] utf8(String token) {
        return token.getBytes(StandardCharsets.UTF_8);
    }

    int size() {
        return from.limit() - 1;
    }

    String get(int number) {
        var token = new byte[length(number)];
        bytes.get(from.get(number), token);
        return new String(token, StandardCharsets.UTF_8);
    }

    private int length(int number) {
        return from.get(number + 1) - from.get(number);
    }

    /// The number of a token, or a negative one.
    int find(String token) {
        var wanted = utf8(token);
        int number = lowerBound(wanted, wanted.length, 0);
        return number < size()
                        && length(number) == wanted.length
                        && compare(number, wanted, wanted.length) == 0
                ? number
                : -1;
    }

    /// The first token that does not stand before a prefix.
    int first(String prefix) {
        var wanted = utf8(prefix);
        return lowerBound(wanted, wanted.length, 0);
    }

    /// The first token that stands after all that begin with a prefix.
    int after(String prefix) {
        var wanted = utf8(prefix);
        return upperBound(wanted, wanted.length, 0);
    }

    /// The first token from a place on whose beginning is not below the wanted bytes.
    private int lowerBound(byte[] wanted, int length, int start) {
        int low = start;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(middle, wanted, length) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The first token from a place on whose beginning is above the wanted bytes. Branches are
    /// mostly small: the steps grow from one on.
    private int upperBound(byte[] wanted, int length, int start) {
        int step = 1;
        int low = start;
        int high = start;
        while (high < size() && compare(high, wanted, length) <= 0) {
            low = high + 1;
            high = Math.min(size(), high + step);
            step *= 2;
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(middle, wanted, length) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Compares the beginning of a token with bytes; a shorter token stands before.
    private int compare(int number, byte[] wanted, int length) {
        int start = from.get(number);
        int own = from.get(number + 1) - start;
        int common = Math.min(own, length);
        for (int i = 0; i < common; i++) {
            int difference = (bytes.get(start + i) & 0xFF) - (wanted[i] & 0xFF);
            if (difference != 0) {
                return difference;
            }
        }
        return own < length ? -1 : 0;
    }

    /// Takes tokens that are near a word.
    interface Near {
        void take(int number, int distance);
    }

    /// Finds the tokens that letters left out, put in, exchanged or swapped with a neighbour
    /// separate from a word.
    ///
    /// @param most how many such letters at most
    void near(String word, int most, Near found) {
        new Walk(utf8(word), most).run(found);
    }

    /// A walk down the trie: one row of the table of edit distances a letter, of which only the
    /// cells near the diagonal can be near enough.
    private final class Walk {
        private final byte[] word;
        private final int most;
        private final byte[] path;
        private final int[][] rows;

        Walk(byte[] word, int most) {
            this.word = word;
            this.most = most;
            int depth = word.length + most + 1;
            path = new byte[depth];
            rows = new int[depth + 1][word.length + 1];
            for (var row : rows) {
                Arrays.fill(row, most + 1);
            }
            for (int j = 0; j <= Math.min(most, word.length); j++) {
                rows[0][j] = j;
            }
        }

        void run(Near found) {
            int known = 0;
            int number = 0;
            int start = 0;
            while (number < size()) {
                int end = from.get(number + 1);
                int length = end - start;
                int depth = common(start, length, known);
                boolean near = true;
                while (near && depth < length) {
                    near = step(depth, bytes.get(start + depth));
                    depth++;
                }
                if (near) {
                    known = length;
                    if (rows[length][word.length] <= most) {
                        found.take(number, rows[length][word.length]);
                    }
                    number++;
                    start = end;
                } else {
                    known = depth - 1;
                    number = upperBound(path, depth, number);
                    start = from.get(number);
                }
            }
        }

        /// How far the last path leads to a token.
        private int common(int start, int length, int known) {
            int limit = Math.min(known, length);
            int depth = 0;
            while (depth < limit && bytes.get(start + depth) == path[depth]) {
                depth++;
            }
            return depth;
        }

        /// Writes the row of a letter; false where nothing below can be near. The row below the
        /// last letter that can be near is never asked for: nothing in it is.
        private boolean step(int depth, byte letter) {
            path[depth] = letter;
            var above = rows[depth];
            var row = rows[depth + 1];
            int left = Math.max(1, depth + 1 - most);
            int right = Math.min(word.length, depth + 1 + most);
            row[left - 1] = left == 1 && depth < most ? depth + 1 : most + 1;
            int least = row[left - 1];
            for (int j = left; j <= right; j++) {
                int cost = word[j - 1] == letter ? 0 : 1;
                int distance = Math.min(above[j - 1] + cost, Math.min(above[j], row[j - 1]) + 1);
                if (cost == 1
                        && depth > 0
                        && j > 1
                        && word[j - 2] == letter
                        && word[j - 1] == path[depth - 1]) {
                    distance = Math.min(distance, rows[depth - 1][j - 2] + 1);
                }
                row[j] = distance;
                least = Math.min(least, distance);
            }
            if (right < word.length) {
                row[right + 1] = most + 1;
            }
            return least <= most;
        }
    }
}
