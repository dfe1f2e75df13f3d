package dev.superbill.adapter.store.official;

import java.util.List;

/// A row of a file and the line it begins on.
final class Row {
    private final long line;
    private final List<String> cells;

    Row(long line, List<String> cells) {
        this.line = line;
        this.cells = cells;
    }

    long line() {
        return line;
    }

    /// How many cells it has, empty ones included.
    int size() {
        return cells.size();
    }

    /// A cell without the white space around it; empty where the row is shorter.
    String cell(int column) {
        return column < cells.size() ? cells.get(column).strip() : "";
    }

    /// A cell as it stands.
    String raw(int column) {
        return cells.get(column);
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }

    /// Whether nothing stands in the cells from a column on.
    boolean isBlankFrom(int column) {
        return column >= cells.size()
                || cells.subList(column, cells.size()).stream().allMatch(String::isBlank);
    }
}
