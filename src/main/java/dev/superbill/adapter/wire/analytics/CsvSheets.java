package dev.superbill.adapter.wire.analytics;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// Writes the figures of [AnalyticsCalls] as CSV (RFC 4180, UTF-8, CRLF): each list a table, and
/// what stands alone a table of names and values. A text that a spreadsheet would take for a
/// formula is written with an apostrophe before it.
public final class CsvSheets {
    private static final String FORMULA = "=+-@\t\r";
    private static final String ALONE = "figures";

    private CsvSheets() {}

    /// The tables of an answer by name, `byCode` or `accepted.bins`, in order.
    ///
    /// @param answer an answer of [AnalyticsCalls]
    public static SequencedMap<String, String> tables(Object answer) {
        var alone = new LinkedHashMap<String, Object>();
        var lists = new LinkedHashMap<String, List<SequencedMap<String, Object>>>();
        collect("", answer, alone, lists);
        var tables = new LinkedHashMap<String, String>();
        if (!alone.isEmpty()) {
            var rows = new ArrayList<SequencedMap<String, Object>>();
            alone.forEach((name, value) -> {
                var row = new LinkedHashMap<String, Object>();
                row.put("figure", name);
                row.put("value", value);
                rows.add(row);
            });
            tables.put(ALONE, table(rows));
        }
        lists.forEach((name, rows) -> tables.put(name, table(rows)));
        return tables;
    }

    /// Every table of an answer, one under the other, each below its name and followed by an empty
    /// line; an answer of one table is that table alone.
    public static String sheet(Object answer) {
        var tables = tables(answer);
        if (tables.size() == 1) {
            return tables.firstEntry().getValue();
        }
        return tables.entrySet().stream()
                .map(table -> line(List.of(table.getKey())) + table.getValue())
                .collect(Collectors.joining("\r\n"));
    }

    private static void collect(
            String name,
            Object value,
            Map<String, Object> alone,
            Map<String, List<SequencedMap<String, Object>>> lists) {
        switch (value) {
            case Map<?, ?> map ->
                    map.forEach((key, part) -> collect(joined(name, key), part, alone, lists));
            case List<?> list -> {
                var rows = new ArrayList<SequencedMap<String, Object>>();
                list.forEach(member -> addRows(new LinkedHashMap<>(), member, rows));
                lists.put(name, rows);
            }
            default -> alone.put(name, value);
        }
    }

    /// A member is a row; one that holds lists of rows itself is a row for each of theirs.
    private static void addRows(
            SequencedMap<String, Object> before,
            Object member,
            List<SequencedMap<String, Object>> rows) {
        var row = new LinkedHashMap<>(before);
        var nested = new ArrayList<List<?>>();
        flatten("", member, row, nested);
        if (nested.stream().allMatch(List::isEmpty)) {
            rows.add(row);
            return;
        }
        nested.forEach(list -> list.forEach(inner -> addRows(prefixed(row), inner, rows)));
    }

    /// The fields of an outer row, told apart from those of an inner one.
    private static SequencedMap<String, Object> prefixed(SequencedMap<String, Object> row) {
        var prefixed = new LinkedHashMap<String, Object>();
        row.forEach((name, value) -> prefixed.put("of." + name, value));
        return prefixed;
    }

    private static void flatten(
            String name, Object value, Map<String, Object> row, List<List<?>> nested) {
        switch (value) {
            case Map<?, ?> map ->
                    map.forEach((key, part) -> flatten(joined(name, key), part, row, nested));
            case List<?> list when list.stream().allMatch(String.class::isInstance) ->
                    row.put(
                            name,
                            list.stream().map(String::valueOf).collect(Collectors.joining(" ")));
            case List<?> list -> nested.add(list);
            default -> row.put(name, value);
        }
    }

    private static String joined(String name, Object key) {
        return name.isEmpty() ? String.valueOf(key) : name + '.' + key;
    }

    private static String table(List<SequencedMap<String, Object>> rows) {
        var columns = new LinkedHashSet<String>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        var text = new StringBuilder(line(List.copyOf(columns)));
        for (var row : rows) {
            text.append(
                    line(
                            columns.stream()
                                    .map(column -> cell(row.getOrDefault(column, "")))
                                    .toList()));
        }
        return text.toString();
    }

    private static String cell(Object value) {
        return value instanceof String text ? guarded(text) : String.valueOf(value);
    }

    /// A negative number is a number; a text that begins like one is not.
    private static String guarded(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String line(List<String> cells) {
        var line = new StringWriter();
        try (var writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(line)) {
            writer.writeRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }
}
