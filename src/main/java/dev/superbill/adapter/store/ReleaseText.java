package dev.superbill.adapter.store;

import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.codeset.CodeSetRelease;
import dev.superbill.codeset.CodeSets;
import dev.superbill.codeset.CodeTableBuilder;
import dev.superbill.codeset.FlatFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/// The list of editions: one a line, its fields separated by ` | `.
final class ReleaseText {
    private static final String ARRAY = "releases";
    private static final String SEPARATOR = " \\| ";

    private ReleaseText() {}

    /// Adds the editions of a file, with how many codes of each system the table holds.
    static void write(Path file, CodeTableBuilder table, FlatFile.Builder flat) throws IOException {
        var lines = new ArrayList<String>();
        int number = 0;
        for (var line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var fields = line.split(SEPARATOR, -1);
            if (fields.length != 5) {
                throw new IllegalArgumentException(
                        file + ":" + number + ": a release has five fields");
            }
            requireDates(file, number, fields[2], fields[3]);
            lines.add(line + " | " + entries(fields[0], table));
        }
        flat.bytes(ARRAY, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static void requireDates(Path file, int number, String first, String last) {
        try {
            if (LocalDate.parse(last).isBefore(LocalDate.parse(first))) {
                throw new IllegalArgumentException(
                        file + ":" + number + ": the release ends before it begins");
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    file + ":" + number + ": not the dates of a release", e);
        }
    }

    private static long entries(String name, CodeTableBuilder table) {
        return CodeSystem.labelled(name)
                .map(system ->
                        table.codes().stream().map(Code::system).filter(system::equals).count())
                .orElse(0L);
    }

    /// The editions of a flat file.
    ///
    /// @param edits how many edits the file holds
    /// @param checksum SHA-256 of the whole file, in hexadecimal
    static List<CodeSetRelease> read(FlatFile flat, int edits, String checksum) {
        var bytes = flat.bytes(ARRAY);
        var text = new byte[bytes.remaining()];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split(SEPARATOR, -1))
                .map(fields ->
                        new CodeSetRelease(
                                fields[0],
                                fields[1],
                                LocalDate.parse(fields[2]),
                                LocalDate.parse(fields[3]),
                                fields[4],
                                fields[0].equals(CodeSets.NCCI)
                                        ? edits
                                        : Integer.parseInt(fields[5]),
                                checksum))
                .toList();
    }
}
