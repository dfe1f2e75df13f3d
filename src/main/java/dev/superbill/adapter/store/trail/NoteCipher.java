package dev.superbill.adapter.store.trail;

import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// Seals the text of a note with AES-256 in GCM, bound to the tenant and the answer that it belongs
/// to: under any other name it does not open.
///
/// A sealed note is a byte of form, twelve of a random nonce, and the encrypted text with its tag.
public final class NoteCipher {
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final byte FORM = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    /// What the text begins with: how it is encoded. Half of a surrogate pair has no UTF-8.
    private static final byte UTF_8 = 0;

    private static final byte UTF_16 = 1;

    private final Supplier<SecretKey> key;
    private final SecureRandom random = new SecureRandom();

    /// @param key the key, asked for when the first note is sealed or opened
    public NoteCipher(Supplier<SecretKey> key) {
        this.key = key;
    }

    byte[] seal(String tenant, String answerId, String text) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, nonce, tenant, answerId);
            var plain = encode(text);
            var sealed =
                    ByteBuffer.allocate(1 + NONCE + cipher.getOutputSize(plain.length))
                            .put(FORM)
                            .put(nonce);
            sealed.put(cipher.doFinal(plain));
            Arrays.fill(plain, (byte) 0);
            return sealed.array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES", e);
        }
    }

    /// @throws CodingException with `STORE_UNAVAILABLE` if this is not the key that it was sealed
    ///   with, or it is damaged
    String open(String tenant, String answerId, byte[] sealed) {
        if (sealed.length <= 1 + NONCE || sealed[0] != FORM) {
            throw locked();
        }
        try {
            var cipher =
                    cipher(
                            Cipher.DECRYPT_MODE,
                            Arrays.copyOfRange(sealed, 1, 1 + NONCE),
                            tenant,
                            answerId);
            return decode(cipher.doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE));
        } catch (GeneralSecurityException _) {
            throw locked();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String tenant, String answerId)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key.get(), new GCMParameterSpec(TAG_BITS, nonce));
        var whose = tenant.getBytes(StandardCharsets.UTF_8);
        cipher.updateAAD(ByteBuffer.allocate(Integer.BYTES).putInt(0, whose.length));
        cipher.updateAAD(whose);
        cipher.updateAAD(answerId.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] encode(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text)
                ? encode(UTF_8, text, StandardCharsets.UTF_8)
                : encode(UTF_16, text, StandardCharsets.UTF_16BE);
    }

    private static byte[] encode(byte form, String text, Charset charset) {
        if (form == UTF_16) {
            var units = ByteBuffer.allocate(1 + Character.BYTES * text.length()).put(form);
            text.chars().forEach(unit -> units.putChar((char) unit));
            return units.array();
        }
        var bytes = text.getBytes(charset);
        return ByteBuffer.allocate(1 + bytes.length).put(form).put(bytes).array();
    }

    private static String decode(byte[] plain) {
        if (plain[0] == UTF_8) {
            return new String(plain, 1, plain.length - 1, StandardCharsets.UTF_8);
        }
        var units = ByteBuffer.wrap(plain, 1, plain.length - 1).asCharBuffer();
        return units.toString();
    }

    private static CodingException locked() {
        return new CodingException(
                Fault.STORE_UNAVAILABLE,
                "a kept note cannot be decrypted: this is not the key that it was kept with, or it"
                        + " is damaged");
    }
}
