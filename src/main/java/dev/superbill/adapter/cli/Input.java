package dev.superbill.adapter.cli;

import dev.superbill.adapter.wire.Api;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a command reads: a file, or standard input where the name is `-`.
final class Input {
    private static final String STANDARD_INPUT = "-";

    private Input() {}

    /// The content, cut one byte behind the most that the interface takes.
    ///
    /// @throws IOException if it cannot be read
    static byte[] read(String name) throws IOException {
        if (name.equals(STANDARD_INPUT)) {
            return limited(System.in);
        }
        try (var stream = Files.newInputStream(Path.of(name))) {
            return limited(stream);
        }
    }

    private static byte[] limited(InputStream stream) throws IOException {
        return stream.readNBytes(Api.MAX_BODY + 1);
    }
}
