package dev.superbill.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.adapter.wire.Api;
import dev.superbill.adapter.wire.Call;
import dev.superbill.adapter.wire.Caller;
import dev.superbill.adapter.wire.Door;
import dev.superbill.adapter.wire.Sample;
import dev.superbill.adapter.wire.SuggestionAnswer;
import dev.superbill.audit.AuditRecord;
import dev.superbill.audit.InMemoryAuditTrail;
import dev.superbill.classification.NoteClassifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
    private static final String NOTE = "PROCEDURE: Cholecystectomy. " + Sample.PLANTED;

    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final Api api = Sample.api(NoteClassifier.none(), trail);
    private final String id =
            api.answer(
                            Call.suggestions(
                                    Caller.alone().actor(),
                                    Door.CLI,
                                    Sample.request(NOTE).getBytes(StandardCharsets.UTF_8)))
                    .read(SuggestionAnswer.class)
                    .id();

    @TempDir Path folder;
    private String file = "";

    @BeforeEach
    void writeNote() throws IOException {
        var note = folder.resolve("note.txt");
        Files.writeString(note, NOTE);
        file = note.toString();
    }

    @Test
    void theSameReleasesGiveTheSameBytes() {
        var terminal = new TestTerminal(api);

        assertThat(terminal.run("audit", "replay", id, "--note", file)).isZero();
        assertThat(terminal.out()).contains("same bytes").doesNotContain(Sample.PLANTED);
    }

    @Test
    void whatDiffersIsTold() {
        var kept = trail.find("local", id).orElseThrow().record();
        var other = new InMemoryAuditTrail();
        var _ =
                other.append(
                        new AuditRecord(
                                kept.tenant(),
                                kept.id(),
                                kept.kind(),
                                kept.time(),
                                kept.user(),
                                kept.answerId(),
                                kept.noteSha256(),
                                kept.content()
                                        .replace("\"rules\":\"2026.4\"", "\"rules\":\"2025.1\"")
                                        .replaceFirst(
                                                "\"answerSha256\":\"[0-9a-f]{8}",
                                                "\"answerSha256\":\"00000000")));
        var terminal = new TestTerminal(Sample.api(NoteClassifier.none(), other));

        assertThat(terminal.run("audit", "replay", id, "--note", file)).isEqualTo(1);
        assertThat(terminal.out())
                .contains("/release/rules", "2025.1", "2026.4")
                .doesNotContain(Sample.PLANTED);
    }

    @Test
    void anotherNoteIsRefused() throws IOException {
        Files.writeString(Path.of(file), NOTE + " ");
        var terminal = new TestTerminal(api);

        assertThat(terminal.run("audit", "replay", id, "--note", file)).isEqualTo(2);
        assertThat(terminal.run("audit", "replay", "nothing", "--note", file)).isEqualTo(2);
        assertThat(terminal.run("audit", "replay", id, "--note", file + ".none")).isEqualTo(2);
        assertThat(terminal.run("audit", "replay", id)).isEqualTo(2);
    }
}
