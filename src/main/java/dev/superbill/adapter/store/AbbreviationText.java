package dev.superbill.adapter.store;

import dev.superbill.codeset.Abbreviations;
import dev.superbill.codeset.FlatFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// The list of abbreviations that search knows: one a line, `=`, and what it is short for,
/// separated by `;`.
final class AbbreviationText {
    private static final String FILE = "abbreviations.txt";

    private AbbreviationText() {}

    /// Compiles the list of a folder, which may have none.
    ///
    /// @throws IllegalArgumentException with file and line where a line cannot be read
    /// @throws IOException if the file cannot be read
    static void write(Path folder, FlatFile.Builder flat) throws IOException {
        var file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return;
        }
        var abbreviations = new Abbreviations.Builder();
        int number = 0;
        for (var line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var sides = line.split("=", -1);
            if (sides.length != 2) {
                throw new IllegalArgumentException(
                        file + ":" + number + ": an abbreviation is written short = long; long");
            }
            try {
                abbreviations.add(sides[0].strip(), Arrays.asList(sides[1].split(";", -1)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(file + ":" + number + ": " + e.getMessage(), e);
            }
        }
        abbreviations.writeTo(flat);
    }
}
