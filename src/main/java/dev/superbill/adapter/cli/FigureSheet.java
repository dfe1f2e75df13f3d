package dev.superbill.adapter.cli;

import java.util.List;

/// A table of figures, for the screen and for a page.
///
/// @param caption what it shows
/// @param remark what a reader should know; may be empty
/// @param head the heads of the columns, that of the names first
/// @param rows the rows
public record FigureSheet(String caption, String remark, List<String> head, List<Row> rows) {
    /// Copies.
    public FigureSheet {
        head = List.copyOf(head);
        rows = List.copyOf(rows);
    }

    /// A row.
    ///
    /// @param name what it is about
    /// @param cells a cell a column but the first
    public record Row(String name, List<String> cells) {
        /// Copies.
        public Row {
            cells = List.copyOf(cells);
        }

        static Row of(String name, String... cells) {
            return new Row(name, List.of(cells));
        }

        @Override
        public String toString() {
            return "Row[" + cells.size() + " cells]";
        }
    }
}
