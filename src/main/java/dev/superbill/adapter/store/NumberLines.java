package dev.superbill.adapter.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The numbers of a model as text: a name and its numbers a line, separated by blanks.
final class NumberLines {
    private final Path file;
    private final Map<String, double[]> numbers = new HashMap<>();

    private NumberLines(Path file) {
        this.file = file;
    }

    /// Reads a file.
    ///
    /// @throws IllegalArgumentException with file and line where something is no number
    static NumberLines read(Path file) throws IOException {
        var lines = new NumberLines(file);
        int number = 0;
        for (var line : Files.readAllLines(file)) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                lines.add(line.split(" +", -1), number);
            }
        }
        return lines;
    }

    private void add(String[] fields, int line) {
        var values = new double[fields.length - 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(file, line, fields[i + 1]);
        }
        numbers.put(fields[0], values);
    }

    /// The numbers of a name.
    ///
    /// @throws IllegalArgumentException if the file does not have it
    double[] of(String name) {
        var found = numbers.get(name);
        if (found == null) {
            throw new IllegalArgumentException(file.getFileName() + " has no '" + name + "'");
        }
        return found;
    }

    static double number(Path file, int line, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    file + ":" + line + ": '" + text + "' is no number", e);
        }
    }
}
