package dev.superbill.codeset;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Rows of numbers, ordered by their first one, which may stand in several rows.
final class Cells {
    /// The position of a key that stands nowhere.
    static final int NOWHERE = -1;

    private final IntBuffer keys;
    private final IntBuffer cells;
    private final int width;

    private Cells(IntBuffer keys, IntBuffer cells, int width) {
        this.keys = keys;
        this.cells = cells;
        this.width = width;
    }

    /// Opens the rows that a [Builder] wrote under the name.
    static Cells open(FlatFile file, String name, int width) {
        return new Cells(file.intView(name + ".keys"), file.intView(name + ".cells"), width);
    }

    /// How many rows there are.
    int size() {
        return keys.limit();
    }

    /// The position of the first row with the key, or [#NOWHERE].
    int first(int key) {
        int low = 0;
        int high = keys.limit();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keys.get(middle) < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return holds(low, key) ? low : NOWHERE;
    }

    /// Whether there is a row at the position and it has the key.
    boolean holds(int position, int key) {
        return position < keys.limit() && keys.get(position) == key;
    }

    /// A number of the row at a position, the key left out.
    int get(int position, int column) {
        return cells.get(position * width + column);
    }

    /// Collects rows and writes them.
    static final class Builder {
        private final List<int[]> rows = new ArrayList<>();

        /// Adds a row, its key first.
        void add(int... row) {
            rows.add(row);
        }

        /// Writes the rows in the order of their keys, and those of a key as they were added.
        void writeTo(FlatFile.Builder file, String name) {
            rows.sort(Comparator.comparingInt(row -> row[0]));
            file.ints(name + ".keys", rows.stream().mapToInt(row -> row[0]).toArray());
            file.ints(
                    name + ".cells",
                    rows.stream().flatMapToInt(row -> Arrays.stream(row, 1, row.length)).toArray());
        }
    }
}
