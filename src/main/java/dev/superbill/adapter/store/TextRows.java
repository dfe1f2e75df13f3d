package dev.superbill.adapter.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// Text files of one row a line, their fields separated by ` | `; `#` starts a comment.
final class TextRows {
    private static final String SEPARATOR = " \\| ";

    private TextRows() {}

    /// Reads every row of a file.
    ///
    /// @throws IllegalArgumentException with file and line where a row cannot be read
    /// @throws IOException if the file cannot be read
    static void each(Path file, Consumer<String> reader) throws IOException {
        int number = 0;
        for (var line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                reader.accept(line);
            } catch (IllegalArgumentException | DateTimeParseException e) {
                throw new IllegalArgumentException(file + ":" + number + ": " + e.getMessage(), e);
            }
        }
    }

    /// The fields of a row.
    ///
    /// @throws IllegalArgumentException if it has not as many
    static List<String> fields(String line, int count) {
        var fields = Arrays.stream(line.split(SEPARATOR, -1)).map(String::strip).toList();
        if (fields.size() != count || fields.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("a row here has " + count + " fields");
        }
        return fields;
    }
}
