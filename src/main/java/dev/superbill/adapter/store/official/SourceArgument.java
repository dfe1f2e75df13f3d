package dev.superbill.adapter.store.official;

import dev.superbill.codeset.SourceKind;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What an operator names as a source: `[KIND=]PATH[@FROM..TO]`.
final class SourceArgument {
    private static final Pattern WITH_KIND = Pattern.compile("([a-z0-9-]+)=(.+)");
    private static final Pattern WITH_RANGE =
            Pattern.compile("(.+)@(\\d{4}-\\d\\d-\\d\\d)\\.\\.(\\d{4}-\\d\\d-\\d\\d)");

    private final Path path;
    private final Optional<SourceKind> kind;
    private final Optional<List<LocalDate>> range;

    private SourceArgument(Path path, Optional<SourceKind> kind, Optional<List<LocalDate>> range) {
        this.path = path;
        this.kind = kind;
        this.range = range;
    }

    /// Reads an argument.
    ///
    /// @throws RefusedFileException if it makes no sense
    static SourceArgument parse(String argument) {
        var path = argument;
        var kind = Optional.<SourceKind>empty();
        var range = Optional.<List<LocalDate>>empty();
        var withRange = WITH_RANGE.matcher(path);
        if (withRange.matches()) {
            path = withRange.group(1);
            range = Optional.of(range(withRange.group(2), withRange.group(3)));
        }
        var withKind = WITH_KIND.matcher(path);
        if (withKind.matches()) {
            kind = kindNamed(withKind.group(1));
            if (kind.isPresent()) {
                path = withKind.group(2);
            } else if (!Files.exists(pathOf(path))) {
                throw new RefusedFileException(
                        BadRowException.quoted(withKind.group(1))
                                + " is no kind of file; the kinds are "
                                + Arrays.stream(SourceKind.values())
                                        .map(SourceArgument::nameOf)
                                        .collect(Collectors.joining(", ")));
            }
        }
        return new SourceArgument(pathOf(path), kind, range);
    }

    /// The name that arguments have for a kind, such as `ptp-hospital`.
    static String nameOf(SourceKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<SourceKind> kindNamed(String name) {
        return Arrays.stream(SourceKind.values())
                .filter(kind -> nameOf(kind).equals(name))
                .findFirst();
    }

    private static List<LocalDate> range(String from, String to) {
        try {
            var range = List.of(LocalDate.parse(from), LocalDate.parse(to));
            if (range.getLast().isBefore(range.getFirst())) {
                throw new RefusedFileException("the range ends before it begins");
            }
            return range;
        } catch (DateTimeException _) {
            throw new RefusedFileException("the range is not of dates such as 2026-01-01");
        }
    }

    private static Path pathOf(String path) {
        try {
            return Path.of(path);
        } catch (InvalidPathException _) {
            throw new RefusedFileException("there is no such file or folder");
        }
    }

    Path path() {
        return path;
    }

    /// The kind that it says the files are of.
    Optional<SourceKind> kind() {
        return kind;
    }

    /// The edition that files serve as, given the one that they name themselves.
    Optional<Dated> serving(Optional<Dated> own) {
        return range.map(dates ->
                        own.map(dated -> dated.serving(dates.getFirst(), dates.getLast()))
                                .orElseGet(() -> Dated.stated(dates.getFirst(), dates.getLast())))
                .or(() -> own);
    }
}
