package dev.superbill.adapter.cli;

import dev.superbill.adapter.cli.FigureSheet.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Prints tables of figures: names to the left, figures to the right.
final class FigureTable {
    private static final int MOST_ROWS = 24;
    private static final int NAME_WIDTH = 40;
    private static final int LEAST_NAME_WIDTH = 26;
    private static final int LEAST_WIDTH = 6;
    private static final String GAP = "  ";

    private final Screen screen;

    FigureTable(Screen screen) {
        this.screen = screen;
    }

    void print(FigureSheet sheet) {
        var rows = sheet.rows().stream().limit(MOST_ROWS).map(FigureTable::plain).toList();
        var head = sheet.head().stream().map(title -> title.toUpperCase(Locale.ROOT)).toList();
        var widths = widths(head, rows);
        screen.line(
                screen.styled(
                        "underline",
                        row(new Row(head.getFirst(), head.subList(1, head.size())), widths)));
        rows.forEach(row -> screen.line(Plain.cut(row(row, widths), screen.width())));
        if (rows.isEmpty()) {
            screen.line("none");
        }
        if (sheet.rows().size() > MOST_ROWS) {
            screen.line(
                    screen.styled(
                            "faint",
                            "and "
                                    + (sheet.rows().size() - MOST_ROWS)
                                    + " more: --json or --html has all"));
        }
        if (!sheet.remark().isEmpty()) {
            Plain.wrapped(sheet.remark(), screen.width())
                    .forEach(line -> screen.line(screen.styled("faint", line)));
        }
        screen.line("");
    }

    private static Row plain(Row row) {
        var indent = row.name().startsWith(GAP) ? GAP : "";
        return new Row(
                Plain.cut(indent + Plain.text(row.name()), NAME_WIDTH),
                row.cells().stream().map(Plain::text).toList());
    }

    private static List<Integer> widths(List<String> head, List<Row> rows) {
        var widths = new ArrayList<Integer>();
        widths.add(
                Math.max(
                        LEAST_NAME_WIDTH,
                        rows.stream()
                                .mapToInt(row -> row.name().length())
                                .reduce(head.getFirst().length(), Math::max)));
        for (int i = 1; i < head.size(); i++) {
            int column = i - 1;
            widths.add(
                    rows.stream()
                            .mapToInt(row -> row.cells().get(column).length())
                            .reduce(Math.max(LEAST_WIDTH, head.get(i).length()), Math::max));
        }
        return widths;
    }

    private static String row(Row row, List<Integer> widths) {
        var line = new StringBuilder(row.name());
        line.repeat(' ', widths.getFirst() - row.name().length());
        for (int i = 0; i < row.cells().size(); i++) {
            var cell = row.cells().get(i);
            line.append(GAP).repeat(' ', widths.get(i + 1) - cell.length()).append(cell);
        }
        return line.toString().stripTrailing();
    }
}
