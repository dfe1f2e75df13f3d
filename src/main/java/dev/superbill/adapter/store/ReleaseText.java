package dev.superbill.adapter.store;

import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.codeset.CodeSetRelease;
import dev.superbill.codeset.CodeTableBuilder;
import dev.superbill.codeset.FlatFile;
import dev.superbill.codeset.SourceEdition;
import dev.superbill.codeset.SourceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The list of our own editions: one a line, its fields separated by ` | `.
///
/// @param file where it stands
/// @param releases the editions, without counts and checksums
record ReleaseText(Path file, List<CodeSetRelease> releases) {
    private static final String ARRAY = "releases";
    private static final String SEPARATOR = " \\| ";

    ReleaseText {
        releases = List.copyOf(releases);
    }

    /// Reads the list.
    ///
    /// @throws IllegalArgumentException with file and line where a line cannot be read
    /// @throws IOException if the file cannot be read
    static ReleaseText read(Path file) throws IOException {
        var releases = new ArrayList<CodeSetRelease>();
        int number = 0;
        for (var line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            releases.add(release(line, file + ":" + number));
        }
        return new ReleaseText(file, releases);
    }

    private static CodeSetRelease release(String line, String place) {
        var fields = line.split(SEPARATOR, -1);
        if (fields.length != 5) {
            throw new IllegalArgumentException(place + ": a release has five fields");
        }
        try {
            var first = LocalDate.parse(fields[2]);
            var last = LocalDate.parse(fields[3]);
            if (last.isBefore(first)) {
                throw new IllegalArgumentException(place + ": the release ends before it begins");
            }
            return new CodeSetRelease(fields[0], fields[1], first, last, fields[4], 0, "");
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(place + ": not the dates of a release", e);
        }
    }

    /// The edition of an edit file or another official file that we ship rows of.
    ///
    /// @throws IllegalArgumentException if the list has none of the kind
    SourceEdition edition(SourceKind kind) {
        return releases.stream()
                .filter(release -> release.name().equals(kind.label()))
                .findFirst()
                .map(release ->
                        new SourceEdition(
                                kind,
                                release.edition(),
                                release.effectiveFrom(),
                                release.effectiveTo()))
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                file + ": no release is called " + kind.label()));
    }

    /// What the rows of an edition were made from.
    String source(SourceKind kind) {
        return releases.stream()
                .filter(release -> release.name().equals(kind.label()))
                .map(CodeSetRelease::source)
                .collect(Collectors.joining());
    }

    /// Writes the editions of the code table, with how many codes of each system it holds.
    void write(CodeTableBuilder table, FlatFile.Builder flat) {
        flat.text(
                ARRAY,
                releases.stream()
                        .filter(release -> CodeSystem.labelled(release.name()).isPresent())
                        .map(release -> line(release, table))
                        .collect(Collectors.joining("\n")));
    }

    private static String line(CodeSetRelease release, CodeTableBuilder table) {
        long entries =
                table.codes().stream()
                        .map(Code::system)
                        .filter(system -> system.label().equals(release.name()))
                        .count();
        return String.join(
                " | ",
                release.name(),
                release.edition(),
                release.effectiveFrom().toString(),
                release.effectiveTo().toString(),
                release.source(),
                String.valueOf(entries));
    }

    /// The editions of the code table of a flat file.
    ///
    /// @param checksum SHA-256 of the whole file, in hexadecimal
    static List<CodeSetRelease> open(FlatFile flat, String checksum) {
        return flat.text(ARRAY)
                .lines()
                .map(line -> line.split(SEPARATOR, -1))
                .map(fields ->
                        new CodeSetRelease(
                                fields[0],
                                fields[1],
                                LocalDate.parse(fields[2]),
                                LocalDate.parse(fields[3]),
                                fields[4],
                                Integer.parseInt(fields[5]),
                                checksum))
                .toList();
    }
}
