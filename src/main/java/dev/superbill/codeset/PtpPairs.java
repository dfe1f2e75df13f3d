package dev.superbill.codeset;

import java.nio.CharBuffer;
import java.nio.IntBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// The procedure-to-procedure pairs of one edition: for each column 1 code its column 2 codes in
/// order, and for each pair the number of its terms, of which few combinations occur.
final class PtpPairs {
    private static final int TERMS = 4;

    private final IntBuffer from;
    private final CharBuffer column2;
    private final CharBuffer terms;
    private final IntBuffer kinds;

    private PtpPairs(FlatFile file, String name) {
        from = file.intView(name + ".from");
        column2 = file.charView(name + ".column2");
        terms = file.charView(name + ".terms");
        kinds = file.intView(name + ".kinds");
    }

    /// Opens the pairs that a [Builder] wrote under the name.
    static PtpPairs open(FlatFile file, String name) {
        return new PtpPairs(file, name);
    }

    /// The number of the terms of the pair that applies on a day, or [Cells#NOWHERE].
    int find(int first, int second, int day) {
        if (first < 0 || second < 0 || first + 1 >= from.limit()) {
            return Cells.NOWHERE;
        }
        int low = from.get(first);
        int end = from.get(first + 1);
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (column2.get(middle) < second) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int at = low; at < end && column2.get(at) == second; at++) {
            int kind = terms.get(at) * TERMS;
            if (kinds.get(kind) != 9 && kinds.get(kind + 1) <= day && day < kinds.get(kind + 2)) {
                return kind;
            }
        }
        return Cells.NOWHERE;
    }

    /// The edit of a number of terms.
    PtpPair pair(int kind) {
        return new PtpPair(
                kinds.get(kind),
                LocalDate.ofEpochDay(kinds.get(kind + 1)),
                LocalDate.ofEpochDay(kinds.get(kind + 2)));
    }

    /// The number of the text that is the reason of a number of terms.
    int rationale(int kind) {
        return kinds.get(kind + 3);
    }

    /// Numbers in one array that grows: there are millions of pairs.
    private static final class Growing {
        private long[] values = new long[1024];
        private int size;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }
    }

    private record Terms(PtpPair pair, String rationale) {}

    /// Collects pairs by the numbers of their codes and writes them by their places.
    static final class Builder {
        private final Growing pairs = new Growing();
        private final Map<Terms, Integer> kinds = new LinkedHashMap<>();

        /// Adds a pair by the numbers of its codes, each below 65,536.
        void add(int column1, int column2, PtpPair pair, String rationale) {
            int kind = kinds.computeIfAbsent(new Terms(pair, rationale), _ -> kinds.size());
            pairs.add(packed(column1, column2, kind));
        }

        int size() {
            return pairs.size;
        }

        private static long packed(int column1, int column2, int kind) {
            return (long) checked(column1) << 32 | (long) checked(column2) << 16 | checked(kind);
        }

        private static int checked(int number) {
            if (number < 0 || number > Character.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "an edition has at most 65,536 codes and combinations of terms");
            }
            return number;
        }

        /// Writes the pairs.
        ///
        /// @param places the place of each number among the codes of the bundle
        void writeTo(FlatFile.Builder file, String name, int[] places, Texts.Builder texts) {
            int size = pairs.size;
            var sorted = new long[size];
            int last = -1;
            for (int i = 0; i < size; i++) {
                int column1 = places[(int) (pairs.values[i] >>> 32)];
                int column2 = places[(int) (pairs.values[i] >>> 16) & 0xFFFF];
                sorted[i] = packed(column1, column2, (int) pairs.values[i] & 0xFFFF);
                last = Math.max(last, column1);
            }
            Arrays.sort(sorted);
            var from = new int[last + 2];
            var column2 = new char[size];
            var terms = new char[size];
            int kept = 0;
            int column1 = 0;
            for (int i = 0; i < size; i++) {
                if (i > 0 && sorted[i] == sorted[i - 1]) {
                    continue;
                }
                while (column1 < (int) (sorted[i] >>> 32)) {
                    from[++column1] = kept;
                }
                column2[kept] = (char) (sorted[i] >>> 16);
                terms[kept++] = (char) sorted[i];
            }
            while (column1 <= last) {
                from[++column1] = kept;
            }
            file.ints(name + ".from", from)
                    .chars(name + ".column2", Arrays.copyOf(column2, kept))
                    .chars(name + ".terms", Arrays.copyOf(terms, kept))
                    .ints(
                            name + ".kinds",
                            kinds.keySet().stream()
                                    .flatMapToInt(told ->
                                            Arrays.stream(
                                                    new int[] {
                                                        told.pair().indicator(),
                                                        day(told.pair().effectiveFrom()),
                                                        day(told.pair().effectiveUntil()),
                                                        texts.number(told.rationale())
                                                    }))
                                    .toArray());
        }

        private static int day(LocalDate date) {
            return Math.toIntExact(date.toEpochDay());
        }
    }
}
