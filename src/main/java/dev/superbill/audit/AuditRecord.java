package dev.superbill.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Something to remember: an answer, a decision, a denial. It holds nothing of the note but its
/// fingerprint.
///
/// @param tenant whose it is
/// @param id names the record within its tenant; appending the same record again changes nothing
/// @param kind what it tells
/// @param time when it happened, in whole milliseconds
/// @param user who did it
/// @param answerId the answer that it is about; of an answer, its own id; empty where it is about
///   none
/// @param noteSha256 the note's [NoteFingerprint]; empty where it is about no note
/// @param content what happened, as JSON
public record AuditRecord(
        String tenant,
        String id,
        RecordKind kind,
        Instant time,
        String user,
        String answerId,
        String noteSha256,
        String content) {
    /// Checks.
    public AuditRecord {
        if (tenant.isBlank() || id.isBlank() || user.isBlank()) {
            throw new IllegalArgumentException("a record has a tenant, an id and a user");
        }
        time = time.truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public String toString() {
        return "AuditRecord[" + kind + " " + id + "]";
    }
}
