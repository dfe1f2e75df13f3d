package dev.superbill.adapter.store;

import dev.superbill.adapter.wire.Reply;
import dev.superbill.adapter.wire.ResultSink;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Keeps each answer as a file of a folder, `NAME.json`. The file appears whole, once it is on the
/// disk.
public final class FolderResultSink implements ResultSink {
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

    private final Path folder;

    /// @param folder made when the first answer comes
    public FolderResultSink(Path folder) {
        this.folder = folder;
    }

    @Override
    public void write(String name, Reply answer) {
        try {
            Files.createDirectories(folder);
            var unfinished = Files.createTempFile(folder, ".", ".part");
            try {
                writeThrough(unfinished, answer.body());
                Files.move(
                        unfinished,
                        folder.resolve(fileName(name) + ".json"),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new CodingException(
                    Fault.STORE_UNAVAILABLE, "The folder of results cannot be written.", e);
        }
    }

    private static void writeThrough(Path file, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /// The name itself where it is plain, else its SHA-256: a caller's name never picks a path.
    private static String fileName(String name) {
        if (FILE_NAME.matcher(name).matches()) {
            return name;
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
