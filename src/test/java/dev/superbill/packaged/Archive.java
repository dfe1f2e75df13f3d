package dev.superbill.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/// `function.zip`, as it is given to AWS Lambda.
final class Archive {
    private static final Path FILE = Path.of("target", "function.zip");
    private static final String PROGRAM = "bootstrap";

    private Archive() {}

    /// Unpacks it into a folder.
    static void unpack(Path folder) throws IOException {
        try (var archive = new ZipFile(FILE.toFile())) {
            for (var entry : archive.stream().filter(entry -> !entry.isDirectory()).toList()) {
                var file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new AssertionError("an entry leaves the archive");
                }
                Files.createDirectories(file.getParent());
                try (var content = archive.getInputStream(entry)) {
                    Files.copy(content, file);
                }
            }
        }
        var program = folder.resolve(PROGRAM).toFile();
        if (program.exists() && !program.setExecutable(true)) {
            throw new IOException("the program cannot be made executable");
        }
    }

    /// What the custom runtime starts, in the folder that the archive was unpacked to.
    static String program(Path folder) {
        return folder.resolve(PROGRAM).toString();
    }
}
