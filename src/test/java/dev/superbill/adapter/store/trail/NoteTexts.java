package dev.superbill.adapter.store.trail;

import javax.crypto.spec.SecretKeySpec;

/// Keys to seal made-up notes with.
final class NoteTexts {
    private NoteTexts() {}

    static NoteCipher cipher() {
        return cipher((byte) 7);
    }

    /// @param seed another key for each
    static NoteCipher cipher(byte seed) {
        var bytes = new byte[32];
        java.util.Arrays.fill(bytes, seed);
        var key = new SecretKeySpec(bytes, "AES");
        return new NoteCipher(() -> key);
    }
}
