package dev.superbill.adapter.store.trail;

import dev.superbill.audit.AuditRecord;
import dev.superbill.audit.RecordKind;
import java.time.Instant;

/// Makes records of nothing that happened.
final class Records {
    static final String TENANT = "clinic";
    static final Instant NOON = Instant.parse("2026-06-15T12:00:00.123Z");

    private Records() {}

    static AuditRecord answer(String id) {
        return answer(TENANT, id);
    }

    static AuditRecord answer(String tenant, String id) {
        return record(tenant, id, RecordKind.ANSWER, id);
    }

    static AuditRecord about(String id, RecordKind kind, String answerId) {
        return record(TENANT, id, kind, answerId);
    }

    static AuditRecord at(Instant time, AuditRecord record) {
        return new AuditRecord(
                record.tenant(),
                record.id(),
                record.kind(),
                time,
                record.user(),
                record.answerId(),
                record.noteSha256(),
                record.content());
    }

    static AuditRecord saying(String content, AuditRecord record) {
        return new AuditRecord(
                record.tenant(),
                record.id(),
                record.kind(),
                record.time(),
                record.user(),
                record.answerId(),
                record.noteSha256(),
                content);
    }

    private static AuditRecord record(String tenant, String id, RecordKind kind, String answerId) {
        return new AuditRecord(
                tenant,
                id,
                kind,
                NOON,
                "coder",
                answerId,
                "ab".repeat(32),
                "{\"id\":\"" + id + "\",\"line\":\"X0001 é ☃ 𝄞\"}");
    }
}
