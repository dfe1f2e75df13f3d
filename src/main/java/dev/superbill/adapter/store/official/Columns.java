package dev.superbill.adapter.store.official;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/// The columns of a header by their names, without case, spaces and marks.
final class Columns {
    private final long line;
    private final List<String> names;

    private Columns(long line, List<String> names) {
        this.line = line;
        this.names = names;
    }

    /// The columns that a row names.
    static Columns of(Row row) {
        return stacked(List.of(row));
    }

    /// The columns of a header that goes over several rows.
    static Columns stacked(List<Row> rows) {
        var last = rows.getLast();
        var names = new ArrayList<String>();
        for (int i = 0; i < last.size(); i++) {
            int column = i;
            var name = new StringBuilder();
            rows.forEach(row -> name.append(plain(row.cell(column))));
            names.add(name.toString());
        }
        while (!names.isEmpty() && names.getLast().isEmpty()) {
            names.removeLast();
        }
        return new Columns(last.line(), names);
    }

    private static String plain(String name) {
        var plain = new StringBuilder(name.length());
        name.toLowerCase(Locale.ROOT)
                .chars()
                .filter(Character::isLetterOrDigit)
                .forEach(unit -> plain.append((char) unit));
        return plain.toString();
    }

    /// The line that the header ends on.
    long line() {
        return line;
    }

    /// How many there are.
    int size() {
        return names.size();
    }

    /// Whether every name is there.
    boolean have(String... wanted) {
        for (var name : wanted) {
            if (find(name).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /// The first column with one of the names. A name may begin or end with `*` for anything.
    OptionalInt find(String... wanted) {
        for (var name : wanted) {
            for (int i = 0; i < names.size(); i++) {
                if (matches(names.get(i), name)) {
                    return OptionalInt.of(i);
                }
            }
        }
        return OptionalInt.empty();
    }

    /// The first column with one of the names.
    ///
    /// @throws RefusedFileException if there is none
    int require(String... wanted) {
        return find(wanted)
                .orElseThrow(() ->
                        new RefusedFileException(
                                line,
                                "the column \""
                                        + wanted[0].replace("*", "")
                                        + "\" is missing in the header"));
    }

    private static boolean matches(String name, String wanted) {
        boolean open = wanted.endsWith("*");
        var core = wanted.replace("*", "");
        if (wanted.startsWith("*")) {
            return open ? name.contains(core) : name.endsWith(core);
        }
        return open ? name.startsWith(core) : name.equals(core);
    }
}
