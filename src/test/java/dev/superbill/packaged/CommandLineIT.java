package dev.superbill.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.adapter.wire.Sample;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The artifact as a command.
class CommandLineIT {
    private static final byte[] NOTHING = {};
    private static final byte[] NOTE =
            ("PROCEDURE: Laparoscopic cholecystectomy. " + Sample.PLANTED + "\n")
                    .getBytes(StandardCharsets.UTF_8);

    @TempDir Path folder;

    @Test
    void theVersionIsTold() throws Exception {
        var ended = Artifact.run(folder, NOTHING, "--version");

        assertThat(ended.exit()).isZero();
        assertThat(ended.out()).startsWith("superbill ");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void aNoteOnStandardInputBecomesATable() throws Exception {
        var ended = Artifact.run(folder, NOTE, "code", "-", "--date", "2026-06-15");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.exit()).isZero();
        assertThat(ended.out()).contains("47562", "Routing: ").doesNotContain("\u001B");
    }

    @Test
    void aNoteInAFileBecomesJson() throws Exception {
        var note = Files.write(folder.resolve("note.txt"), NOTE);
        var ended =
                Artifact.run(
                        folder, NOTHING, "code", note.toString(), "--date", "2026-06-15", "--json");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.exit()).isZero();
        assertThat(ended.out())
                .startsWith("{\"id\":\"")
                .contains("\"engine\":\"PyTorch\"")
                .endsWith("}\n")
                .hasLineCount(1);
    }

    @Test
    void aBadNoteIsRefused() throws Exception {
        var ended = Artifact.run(folder, " ".getBytes(StandardCharsets.UTF_8), "code", "-");

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("/note/text is blank");
    }

    @Test
    void aCodeIsShown() throws Exception {
        var ended = Artifact.run(folder, NOTHING, "codes", "show", "47562", "--date", "2026-06-15");

        assertThat(ended.exit()).isZero();
        assertThat(ended.out()).contains("CPT 47562", "active on 2026-06-15");
    }

    @Test
    void labelledNotesAreMeasured() throws Exception {
        var labels =
                Files.writeString(
                        folder.resolve("labels.jsonl"),
                        """
                        {"note_id":"n1","cpt_must":["47562"],"icd_must":[],"text":"PROCEDURE: Laparoscopic cholecystectomy."}
                        """);
        var result = folder.resolve("result.json");
        var page = folder.resolve("page.html");
        var ended =
                Artifact.run(
                        folder,
                        NOTHING,
                        "eval",
                        labels.toString(),
                        "--json",
                        result.toString(),
                        "--html",
                        page.toString());

        assertThat(ended.err()).isEmpty();
        assertThat(ended.exit()).isZero();
        assertThat(ended.out()).startsWith("1 notes, 0 without an answer");
        assertThat(Files.readString(result)).contains("\"cpt.recall\":1.0");
        assertThat(Files.readString(page)).contains("<td>1.000</td>");

        var again =
                Artifact.run(
                        folder, NOTHING, "eval", labels.toString(), "--against", result.toString());
        assertThat(again.exit()).isZero();
        assertThat(again.out()).contains("SINCE THE EARLIER RESULT");
    }
}
