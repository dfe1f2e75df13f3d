package dev.superbill.adapter.workbench;

import java.util.List;

/// The figures as the dashboard shows them.
///
/// @param from the first date of service, empty for the first there is
/// @param to the last date of service, empty for the last there is
/// @param payer the payer, empty for all
/// @param coder the coder, empty for all
/// @param payers the payers to choose among
/// @param coders the coders to choose among
/// @param query the filter as the query of an address
/// @param asOf when the figures were counted
/// @param figures what stands alone
/// @param groups tables, each with what it is about
public record FiguresView(
        String from,
        String to,
        String payer,
        String coder,
        List<String> payers,
        List<String> coders,
        String query,
        String asOf,
        List<Figure> figures,
        List<Group> groups) {
    /// Copies.
    public FiguresView {
        payers = List.copyOf(payers);
        coders = List.copyOf(coders);
        figures = List.copyOf(figures);
        groups = List.copyOf(groups);
    }

    /// A number that stands alone.
    ///
    /// @param id names it on the page
    /// @param name what it is
    /// @param value the number
    /// @param remark what it is counted from
    public record Figure(String id, String name, String value, String remark) {}

    /// Tables about one thing.
    ///
    /// @param id names it on the page, and its file
    /// @param title what it is about
    /// @param remark how to read it, may be empty
    /// @param tables the tables
    public record Group(String id, String title, String remark, List<Table> tables) {
        /// Copies.
        public Group {
            tables = List.copyOf(tables);
        }
    }

    /// A table, which a chart may be drawn from.
    ///
    /// @param id names it on the page
    /// @param caption what it shows
    /// @param chart bar, line or reliability; empty where none is drawn
    /// @param series the columns that a chart draws, by place, with commas between
    /// @param heads the heads of the columns, the first that of the rows' names
    /// @param rows the rows
    public record Table(
            String id,
            String caption,
            String chart,
            String series,
            List<String> heads,
            List<Row> rows) {
        /// Copies.
        public Table {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }
    }

    /// A row.
    ///
    /// @param name what it is about
    /// @param alert whether somebody should look
    /// @param cells the other columns
    public record Row(String name, boolean alert, List<Cell> cells) {
        /// Copies.
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// A cell.
    ///
    /// @param text what it says
    /// @param value the number behind it, empty where it is none
    public record Cell(String text, String value) {
        @Override
        public String toString() {
            return "Cell[" + value + "]";
        }

        /// Whether it is a number.
        public boolean number() {
            return !value.isEmpty();
        }
    }
}
