package dev.superbill.adapter.store.trail;

import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Texts in the forms that DynamoDB takes: an item has at most 400 KB, and a sort key is a number.
final class Packed {
    /// As many bytes of a hash as its 38 digits can tell.
    private static final int NUMBER_BYTES = 15;

    private Packed() {}

    static byte[] pack(String text) {
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /// @throws CodingException with `STORE_UNAVAILABLE` if this was not packed
    static String unpack(byte[] packed) {
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CodingException(Fault.STORE_UNAVAILABLE, "a content is damaged", e);
        }
    }

    /// A whole number that stands for a name.
    static String number(String name) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(name.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, Arrays.copyOf(hash, NUMBER_BYTES)).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
