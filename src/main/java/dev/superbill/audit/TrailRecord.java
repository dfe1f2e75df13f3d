package dev.superbill.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A record in its place of a tenant's chain. The hash covers every part of the record, its place
/// and the hash before it. The content enters by its own hash, so that retention can erase it and
/// the chain still holds.
///
/// @param sequence its place, 1 and on, without gaps
/// @param record the record; its content is empty once it was erased
/// @param contentSha256 the hash of the content as it was written
/// @param previousHash the hash of the record before it, [#GENESIS] of the first
/// @param hash the hash of all of this
public record TrailRecord(
        long sequence, AuditRecord record, String contentSha256, String previousHash, String hash) {
    /// What stands before the first record.
    public static final String GENESIS = "0".repeat(64);

    /// The record that follows.
    ///
    /// @param sequence the place of the record before it, 0 where there is none
    /// @param hash the hash of the record before it, [#GENESIS] where there is none
    /// @param next the record to chain
    public static TrailRecord after(long sequence, String hash, AuditRecord next) {
        var content = sha256(next.content());
        return new TrailRecord(
                sequence + 1, next, content, hash, hash(sequence + 1, next, content, hash));
    }

    /// Whether the content was erased.
    public boolean erased() {
        return record.content().isEmpty();
    }

    /// Whether the record's own hashes hold.
    public boolean sound() {
        return hash.equals(hash(sequence, record, contentSha256, previousHash))
                && (erased() || contentSha256.equals(sha256(record.content())));
    }

    /// Whether this is what appending the record again would be: the same but for the time.
    public boolean repeats(AuditRecord again) {
        return record.kind() == again.kind()
                && record.answerId().equals(again.answerId())
                && record.user().equals(again.user())
                && contentSha256.equals(sha256(again.content()));
    }

    private static String hash(
            long sequence, AuditRecord record, String contentSha256, String previousHash) {
        return sha256(
                String.valueOf(sequence),
                record.tenant(),
                record.id(),
                record.kind().label(),
                String.valueOf(record.time().toEpochMilli()),
                record.user(),
                record.answerId(),
                record.noteSha256(),
                contentSha256,
                previousHash);
    }

    /// Each part is led by its length, so that no two lists of parts read alike.
    private static String sha256(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                if (parts.length > 1) {
                    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
                }
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
