package dev.superbill.codeset;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/// The list of a bundle's editions, one a line.
final class EditionText {
    private static final String TAB = "\t";

    private EditionText() {}

    /// An edition, the files it came from, and how many rows it keeps.
    static String line(SourceEdition edition, Map<String, String> sources, int rows) {
        var files =
                sources.entrySet().stream()
                        .map(source -> source.getKey() + " " + source.getValue())
                        .collect(Collectors.joining("; "));
        return String.join(
                TAB,
                edition.kind().name(),
                edition.edition(),
                edition.from().toString(),
                edition.to().toString(),
                String.valueOf(rows),
                files);
    }

    /// The kind of file that a line is about.
    static SourceKind kind(String line) {
        return SourceKind.valueOf(line.split(TAB, -1)[0]);
    }

    /// The release that a line is about.
    ///
    /// @param checksum the bundle's own
    static CodeSetRelease release(String line, String checksum) {
        var fields = line.split(TAB, -1);
        return new CodeSetRelease(
                SourceKind.valueOf(fields[0]).label(),
                fields[1],
                LocalDate.parse(fields[2]),
                LocalDate.parse(fields[3]),
                fields[5],
                Integer.parseInt(fields[4]),
                checksum);
    }
}
