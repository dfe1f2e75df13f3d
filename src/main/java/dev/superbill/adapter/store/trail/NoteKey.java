package dev.superbill.adapter.store.trail;

import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The key that notes are sealed with: 256 bits, written in Base64.
public final class NoteKey {
    private static final int BYTES = 32;

    private NoteKey() {}

    /// The key of a setting.
    ///
    /// @return empty if the text is not 32 bytes in Base64
    public static Optional<SecretKey> of(String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64.strip());
            return bytes.length == BYTES
                    ? Optional.of(new SecretKeySpec(bytes, "AES"))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The key of a file. It is read at the first use, and made then where there is none: a random
    /// one, in a file that its owner alone may read.
    public static Supplier<SecretKey> in(Path file) {
        return new Supplier<>() {
            private volatile Optional<SecretKey> read = Optional.empty();

            @Override
            public SecretKey get() {
                if (read.isEmpty()) {
                    read = Optional.of(readOrMade(file));
                }
                return read.get();
            }
        };
    }

    private static SecretKey readOrMade(Path file) {
        try {
            return read(file);
        } catch (NoSuchFileException _) {
            try {
                make(file);
                return read(file);
            } catch (IOException e) {
                throw unusable(file, "cannot be made", e);
            }
        } catch (IOException e) {
            throw unusable(file, "cannot be read", e);
        }
    }

    private static SecretKey read(Path file) throws IOException {
        return of(Files.readString(file, StandardCharsets.US_ASCII))
                .orElseThrow(() ->
                        new CodingException(
                                Fault.STORE_UNAVAILABLE,
                                "the key file " + file + " holds no 32 bytes in Base64"));
    }

    /// The file appears whole. Of several processes that make one, the first one's stays.
    private static void make(Path file) throws IOException {
        var folder = OwnedFile.folderOf(file);
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var part =
                Files.createTempFile(folder, "key", ".part", OwnedFile.only(folder, "rw-------"));
        try {
            try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.write(
                        ByteBuffer.wrap(
                                (Base64.getEncoder().encodeToString(bytes) + "\n")
                                        .getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
            Files.createLink(file, part);
        } catch (FileAlreadyExistsException _) {
            // Somebody else's is as good.
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static CodingException unusable(Path file, String what, IOException cause) {
        return new CodingException(
                Fault.STORE_UNAVAILABLE, "the key file " + file + " " + what, cause);
    }
}
