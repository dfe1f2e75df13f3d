package dev.superbill.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.superbill.audit.AuditRecord;
import dev.superbill.audit.NoteFingerprint;
import dev.superbill.code.Code;
import dev.superbill.codeset.CodeSetRelease;
import dev.superbill.failure.CodingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileAuditTrailTest {
    private static final AuditRecord RECORD =
            new AuditRecord(
                    "01JD",
                    Instant.parse("2026-06-15T08:00:00Z"),
                    new NoteFingerprint("0".repeat(64)),
                    "1.0.0+abc1234",
                    "note-encoder@3fa9",
                    "PyTorch",
                    "2026.4",
                    List.of(
                            new CodeSetRelease(
                                    "CPT",
                                    "2026",
                                    LocalDate.of(2026, 1, 1),
                                    LocalDate.of(2026, 12, 31),
                                    "made up",
                                    1,
                                    "00")),
                    "auto",
                    List.of(new AuditRecord.Line(new Code.Cpt("47562"), "suggest", 0.93)));

    @TempDir Path folder;

    @Test
    void eachRecordIsALine() throws IOException {
        var file = folder.resolve("audit/trail.jsonl");
        var trail = new FileAuditTrail(file);
        trail.keep(RECORD);
        trail.keep(RECORD);

        var line =
                "{\"id\":\"01JD\",\"time\":\"2026-06-15T08:00:00Z\",\"noteSha256\":\""
                        + "0".repeat(64)
                        + "\",\"build\":\"1.0.0+abc1234\",\"model\":\"note-encoder@3fa9\",\"engine\":\"PyTorch\","
                        + "\"rules\":\"2026.4\",\"codeSets\":{\"CPT\":\"2026\"},\"outcome\":\"auto\","
                        + "\"lines\":[{\"system\":\"CPT\",\"code\":\"47562\",\"decision\":\"suggest\",\"confidence\":0.93}]}";
        assertThat(Files.readAllLines(file)).containsExactly(line, line);
    }

    @Test
    void aFileThatCannotBeWrittenIsAStoreThatIsDown() {
        assertThatExceptionOfType(CodingException.class)
                .isThrownBy(() -> new FileAuditTrail(folder).keep(RECORD));
    }
}
