package dev.superbill.adapter.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.superbill.adapter.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The notes that labels are about: a folder of `NOTE_ID.txt`, or a table with the columns
/// `note_id` and `transcription`, and where it has it `specialties`, several with `|` between them.
final class NoteTexts {
    private static final String ENDING = ".txt";
    private static final String ID = "note_id";
    private static final String TEXT = "transcription";
    private static final String SPECIALTIES = "specialties";
    private static final char[] SEPARATORS = {',', '|', '\t', ';'};

    private final String name;
    private final Path path;
    private final Set<String> wanted;
    private final Map<String, Found> notes = new HashMap<>();

    private NoteTexts(Path path, Set<String> wanted) {
        this.name = path.toString();
        this.path = path;
        this.wanted = wanted;
    }

    /// A note.
    ///
    /// @param text the note
    /// @param specialties where it is told
    record Found(String text, List<String> specialties) {
        Found {
            specialties = List.copyOf(specialties);
        }

        @Override
        public String toString() {
            return "Found[" + text.length() + " chars]";
        }
    }

    /// Reads notes.
    ///
    /// @param wanted the ids of the notes
    /// @throws BadLineException if the folder or the table cannot be read
    static Map<String, Found> read(Path path, Set<String> wanted) {
        var texts = new NoteTexts(path, wanted);
        try {
            if (Files.isDirectory(path)) {
                texts.readFolder();
            } else {
                texts.readTable();
            }
        } catch (IOException | UncheckedIOException _) {
            throw BadLineException.in(texts.name, "the notes cannot be read as UTF-8");
        }
        return Map.copyOf(texts.notes);
    }

    private void readFolder() throws IOException {
        try (var files = Files.newDirectoryStream(path, "*" + ENDING)) {
            for (var file : files) {
                var fileName = file.getFileName().toString();
                var id = fileName.substring(0, fileName.length() - ENDING.length());
                if (wanted.contains(id)) {
                    notes.put(id, new Found(lines(Files.readAllBytes(file)), List.of()));
                }
            }
        }
    }

    /// The text of a file, whatever its lines end with.
    private static String lines(byte[] bytes) throws IOException {
        return Json.decode(bytes).replace("\r\n", "\n").replace('\r', '\n');
    }

    private void readTable() throws IOException {
        for (char separator : SEPARATORS) {
            if (readTable(separator) == Table.READ) {
                return;
            }
        }
        throw BadLineException.at(name, 1, "there are no columns " + ID + " and " + TEXT);
    }

    private enum Table {
        READ,
        OF_OTHER_COLUMNS
    }

    private Table readTable(char separator) throws IOException {
        long line = 0;
        try (var reader = Files.newBufferedReader(path, StandardCharsets.UTF_8);
                var records =
                        CsvReader.builder()
                                .fieldSeparator(separator)
                                .allowExtraFields(true)
                                .allowMissingFields(true)
                                .ofCsvRecord(reader)) {
            List<String> columns = List.of();
            for (var row : records) {
                line = row.getStartingLineNumber();
                if (columns.isEmpty()) {
                    columns = columns(row);
                    if (!columns.contains(ID) || !columns.contains(TEXT)) {
                        return Table.OF_OTHER_COLUMNS;
                    }
                } else {
                    add(row, columns);
                }
            }
            return columns.isEmpty() ? Table.OF_OTHER_COLUMNS : Table.READ;
        } catch (CsvParseException _) {
            throw BadLineException.at(
                    name, line + 1, "the row that begins here or further down cannot be read");
        }
    }

    private static List<String> columns(CsvRecord row) {
        return row.getFields().stream().map(column -> column.replace("\uFEFF", "")).toList();
    }

    private void add(CsvRecord row, List<String> columns) {
        if (row.getFieldCount() != columns.size()) {
            throw BadLineException.at(
                    name,
                    row.getStartingLineNumber(),
                    "the row has " + row.getFieldCount() + " columns, not " + columns.size());
        }
        var id = row.getField(columns.indexOf(ID));
        if (!wanted.contains(id)) {
            return;
        }
        int specialties = columns.indexOf(SPECIALTIES);
        notes.put(
                id,
                new Found(
                        row.getField(columns.indexOf(TEXT)),
                        specialties < 0
                                ? List.of()
                                : Arrays.stream(row.getField(specialties).split("\\|", -1))
                                        .map(String::strip)
                                        .filter(specialty -> !specialty.isEmpty())
                                        .toList()));
    }
}
