package dev.superbill.codeset;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// NCCI procedure-to-procedure pairs by the rows of their codes in the code table.
public final class PtpTable {
    private final long[] keys;
    private final int[] pairs;

    private PtpTable(FlatFile file) {
        keys = file.longs("ptp.keys");
        pairs = file.ints("ptp.pairs");
    }

    /// Opens the pairs of a flat file.
    ///
    /// @throws IllegalArgumentException if the file holds none
    public static PtpTable open(FlatFile file) {
        return new PtpTable(file);
    }

    /// The edit with the given column 1 and column 2 codes, by their rows in the code table.
    public Optional<PtpPair> find(int column1, int column2) {
        int at = Arrays.binarySearch(keys, key(column1, column2));
        if (at < 0) {
            return Optional.empty();
        }
        return Optional.of(
                new PtpPair(
                        pairs[at * 3],
                        LocalDate.ofEpochDay(pairs[at * 3 + 1]),
                        LocalDate.ofEpochDay(pairs[at * 3 + 2])));
    }

    /// How many pairs there are.
    public int size() {
        return keys.length;
    }

    private static long key(int column1, int column2) {
        return (long) column1 << Integer.SIZE | column2;
    }

    /// Collects pairs and writes them.
    public static final class Builder {
        private final Map<Long, PtpPair> found = new TreeMap<>();

        /// Adds a pair by the rows of its codes.
        ///
        /// @throws IllegalArgumentException if the pair is there already
        public void add(int column1, int column2, PtpPair pair) {
            if (found.putIfAbsent(key(column1, column2), pair) != null) {
                throw new IllegalArgumentException("the pair is listed twice");
            }
        }

        /// Writes the table's arrays.
        public void writeTo(FlatFile.Builder file) {
            file.longs("ptp.keys", found.keySet().stream().mapToLong(Long::longValue).toArray());
            file.ints(
                    "ptp.pairs",
                    found.values().stream()
                            .flatMap(pair ->
                                    Stream.of(
                                            pair.indicator(),
                                            Math.toIntExact(pair.effectiveFrom().toEpochDay()),
                                            Math.toIntExact(pair.effectiveUntil().toEpochDay())))
                            .mapToInt(Integer::intValue)
                            .toArray());
        }
    }
}
