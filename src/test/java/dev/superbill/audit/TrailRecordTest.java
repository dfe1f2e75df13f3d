package dev.superbill.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrailRecordTest {
    private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");
    private static final AuditRecord ANSWER = answer("A1", "{\"lines\":[]}");

    private final TrailRecord first = TrailRecord.after(0, TrailRecord.GENESIS, ANSWER);

    private static AuditRecord answer(String id, String content) {
        return new AuditRecord("clinic", id, RecordKind.ANSWER, NOON, "ann", id, "", content);
    }

    @Test
    void theFirstRecordFollowsNothing() {
        assertThat(first.sequence()).isEqualTo(1);
        assertThat(first.previousHash()).isEqualTo(TrailRecord.GENESIS);
        assertThat(first.sound()).isTrue();
    }

    /// Computed apart from this program, so that another one can verify a chain.
    @Test
    void theHashIsTheSha256OfItsPartsEachLedByItsLength() {
        assertThat(first.contentSha256())
                .isEqualTo("2ffd967f41ac1c7ee43c558109ecb4e86721fff4025f22c2a70aff5fcd0a3e32");
        assertThat(first.hash())
                .isEqualTo("a5ce4f5812e891281fb460d9e25ced3941b2deaf0e573e452db38a16919dda6d");
    }

    @Test
    void anErasedContentLeavesTheRecordSound() {
        assertThat(with(first, answer("A1", "")).sound()).isTrue();
        assertThat(with(first, answer("A1", "")).erased()).isTrue();
    }

    static Stream<AuditRecord> anythingElse() {
        return Stream.of(
                answer("A1", "{\"lines\":[1]}"),
                answer("A2", ANSWER.content()),
                new AuditRecord(
                        "other", "A1", RecordKind.ANSWER, NOON, "ann", "A1", "", ANSWER.content()),
                new AuditRecord(
                        "clinic", "A1", RecordKind.DENIAL, NOON, "ann", "A1", "", ANSWER.content()),
                new AuditRecord(
                        "clinic",
                        "A1",
                        RecordKind.ANSWER,
                        NOON.plusMillis(1),
                        "ann",
                        "A1",
                        "",
                        ANSWER.content()),
                new AuditRecord(
                        "clinic", "A1", RecordKind.ANSWER, NOON, "bob", "A1", "", ANSWER.content()),
                new AuditRecord(
                        "clinic", "A1", RecordKind.ANSWER, NOON, "ann", "A2", "", ANSWER.content()),
                new AuditRecord(
                        "clinic",
                        "A1",
                        RecordKind.ANSWER,
                        NOON,
                        "ann",
                        "A1",
                        "0".repeat(64),
                        ANSWER.content()));
    }

    @ParameterizedTest
    @MethodSource("anythingElse")
    void aRecordThatWasChangedIsNotSound(AuditRecord changed) {
        assertThat(with(first, changed).sound()).isFalse();
    }

    @Test
    void aPartMovedIntoTheNextOneIsNotSound() {
        var moved =
                new AuditRecord(
                        "clinic", "A1", RecordKind.ANSWER, NOON, "annA", "1", "", ANSWER.content());

        assertThat(with(first, moved).sound()).isFalse();
    }

    private static TrailRecord with(TrailRecord record, AuditRecord other) {
        return new TrailRecord(
                record.sequence(),
                other,
                record.contentSha256(),
                record.previousHash(),
                record.hash());
    }
}
