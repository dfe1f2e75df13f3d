package dev.superbill.audit;

import dev.superbill.note.Note;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Names a note without telling it: the SHA-256 of its text in UTF-8, in hexadecimal.
public record NoteFingerprint(String sha256) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /// Checks the form.
    public NoteFingerprint {
        if (!FORM.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a fingerprint has 64 hexadecimal digits");
        }
    }

    /// The fingerprint of a note.
    public static NoteFingerprint of(Note note) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return new NoteFingerprint(
                    HexFormat.of()
                            .formatHex(
                                    digest.digest(note.text().getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
