package dev.superbill.adapter.wire.trail;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.superbill.audit.TrailRecord;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A record of the trail as auditors read it.
///
/// @param sequence its place in the chain
/// @param id names it
/// @param kind what it tells
/// @param time when it happened
/// @param user who did it
/// @param answerId the answer that it is about
/// @param noteSha256 the note's fingerprint
/// @param contentSha256 the hash of the content as it was written
/// @param previousHash the hash of the record before it
/// @param hash the hash of all of this
/// @param content what happened; `null` once it was erased
@Schema(description = "A record of the trail.")
public record TrailEntry(
        long sequence,
        String id,
        @Schema(
                        enumeration = {
                            "answer",
                            "decision",
                            "denial",
                            "hold",
                            "release",
                            "erasure",
                            "policy"
                        })
                String kind,
        @Schema(format = "date-time") String time,
        String user,
        String answerId,
        String noteSha256,
        String contentSha256,
        String previousHash,
        String hash,
        @JsonRawValue @Schema(implementation = Object.class) @Nullable String content) {
    static TrailEntry of(TrailRecord kept) {
        var record = kept.record();
        return new TrailEntry(
                kept.sequence(),
                record.id(),
                record.kind().label(),
                record.time().toString(),
                record.user(),
                record.answerId(),
                record.noteSha256(),
                kept.contentSha256(),
                kept.previousHash(),
                kept.hash(),
                kept.erased() ? null : record.content());
    }
}
