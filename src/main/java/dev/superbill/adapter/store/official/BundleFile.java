package dev.superbill.adapter.store.official;

import dev.superbill.adapter.wire.CodeBundles.Verified;
import dev.superbill.codeset.FlatFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// A bundle as a file. It appears whole, once it is on the disk and was read back.
final class BundleFile {
    private static final int BUFFER = 1 << 16;
    private static final int CHECKSUM_IN_NAME = 12;

    private BundleFile() {}

    /// Writes a bundle into a folder, under a name of its editions and its checksum.
    static Verified write(FlatFile.Builder content, String editions, Path folder)
            throws IOException {
        Files.createDirectories(folder);
        var unfinished = folder.resolve(".superbill-" + UUID.randomUUID() + ".part");
        try {
            writeThrough(unfinished, content);
            var verified = verify(unfinished);
            var bundle =
                    folder.resolve(
                            "superbill-"
                                    + editions
                                    + "-"
                                    + verified.checksum().substring(0, CHECKSUM_IN_NAME)
                                    + ".bundle");
            Files.move(
                    unfinished,
                    bundle,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return new Verified(bundle, verified.bytes(), verified.checksum());
        } catch (IllegalArgumentException e) {
            throw new IOException("what was written cannot be read back", e);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void writeThrough(Path file, FlatFile.Builder content) throws IOException {
        try (var channel =
                        FileChannel.open(
                                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                var out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    /// Reads a bundle whole and compares it with its checksum.
    ///
    /// @throws IllegalArgumentException if it is damaged, or is no bundle
    static Verified verify(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            if (channel.size() > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("the file is too long for a bundle");
            }
            var flat = FlatFile.open(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
            flat.verify();
            return new Verified(file, channel.size(), flat.checksum());
        }
    }
}
