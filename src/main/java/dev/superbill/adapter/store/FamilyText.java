package dev.superbill.adapter.store;

import dev.superbill.code.Code;
import dev.superbill.codeset.CodeFamily;
import dev.superbill.codeset.Supplement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The families of codes between which a measure decides: one block a family, a blank line ends it,
/// `#` starts a comment. The format is that of [CodeFamily#of(List)].
final class FamilyText {
    private static final String HEADER = "FAMILY ";

    private FamilyText() {}

    /// Compiles the families of a folder, which may have none.
    ///
    /// @param known whether a code is in the code table
    /// @throws IllegalArgumentException with file and line where a family cannot be read
    /// @throws IOException if the file cannot be read
    static void write(Path file, Predicate<Code> known, Supplement.Builder supplement)
            throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        var block = new ArrayList<String>();
        int number = 0;
        int header = 0;
        var lines = new ArrayList<>(Files.readAllLines(file));
        lines.add("");
        for (var line : lines) {
            number++;
            if (line.startsWith("#")) {
                continue;
            }
            if (line.isBlank()) {
                add(file, header, block, known, supplement);
                block.clear();
            } else if (block.isEmpty()) {
                header = number;
                block.add(line);
            } else {
                block.add(line.strip());
            }
        }
    }

    private static void add(
            Path file,
            int line,
            List<String> block,
            Predicate<Code> known,
            Supplement.Builder supplement) {
        if (block.isEmpty()) {
            return;
        }
        try {
            if (!block.getFirst().startsWith(HEADER)) {
                throw new IllegalArgumentException("a family begins with " + HEADER.strip());
            }
            var lines = new ArrayList<>(block);
            lines.set(0, block.getFirst().substring(HEADER.length()).strip());
            for (var code : CodeFamily.of(lines).codes()) {
                if (!known.test(code)) {
                    throw new IllegalArgumentException(code.value() + " is not in the code table");
                }
            }
            supplement.family(lines);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new IllegalArgumentException(file + ":" + line + ": " + e.getMessage(), e);
        }
    }
}
