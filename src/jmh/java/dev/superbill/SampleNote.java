package dev.superbill;

import dev.superbill.note.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A note of a given length, made of the golden notes: varied words, in our own.
public final class SampleNote {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private SampleNote() {}

    /// The note.
    ///
    /// @param length UTF-16 units
    public static Note of(int length) {
        try (Stream<Path> cases = Files.list(GOLDEN)) {
            var text = cases.sorted().map(SampleNote::read).collect(Collectors.joining("\n"));
            return new Note("", text.repeat(length / text.length() + 1).substring(0, length));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path folder) {
        try {
            return Files.readString(folder.resolve("note.txt"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
