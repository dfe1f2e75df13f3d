package dev.superbill.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTextsTest {
    @TempDir Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void aFolderHasANoteAFile() throws IOException {
        file("a.txt", "one\r\ntwo\rthree");
        file("b.txt", "not wanted");
        file("c.md", "no note");

        assertThat(NoteTexts.read(folder, Set.of("a", "c", "../a")))
                .containsOnlyKeys("a")
                .hasEntrySatisfying(
                        "a", found -> assertThat(found.text()).isEqualTo("one\ntwo\nthree"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "|", "\t", ";"})
    void aTableHasANoteARow(String separator) throws IOException {
        var table =
                file(
                        "notes.csv",
                        """
                        \uFEFFnote_id,specialties,transcription
                        a,"Urology|Surgery","He said ""no"",
                        twice"
                        b,,x
                        """
                                .replace(",\"", separator + "\"")
                                .replace("_id,", "_id" + separator)
                                .replace("specialties,", "specialties" + separator)
                                .replace("b,,", "b" + separator + separator));
        var found = NoteTexts.read(table, Set.of("a", "b"));

        assertThat(found.keySet()).containsExactlyInAnyOrder("a", "b");
        assertThat(found)
                .containsEntry(
                        "a",
                        new NoteTexts.Found(
                                "He said \"no\",\ntwice", List.of("Urology", "Surgery")))
                .containsEntry("b", new NoteTexts.Found("x", List.of()));
    }

    @Test
    void aRowOfOtherWidthIsRefusedWithItsLine() throws IOException {
        var table = file("notes.csv", "note_id,transcription\na,\"x\ny\"\nb,x,y\n");

        assertThatExceptionOfType(BadLineException.class)
                .isThrownBy(() -> NoteTexts.read(table, Set.of("a")))
                .withMessageEndingWith("notes.csv:4: the row has 3 columns, not 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "id,text\na,x\n", "note_id\na\n"})
    void aTableOfOtherColumnsIsRefused(String content) throws IOException {
        var table = file("notes.csv", content);

        assertThatExceptionOfType(BadLineException.class)
                .isThrownBy(() -> NoteTexts.read(table, Set.of("a")))
                .withMessageContaining("there are no columns note_id and transcription");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Files.write(folder.resolve("a.txt"), new byte[] {(byte) 0xFF});

        for (var notes : List.of(folder, folder.resolve("a.txt"), folder.resolve("none"))) {
            assertThatExceptionOfType(BadLineException.class)
                    .isThrownBy(() -> NoteTexts.read(notes, Set.of("a")))
                    .withMessageContaining("cannot be read as UTF-8");
        }
    }

    @Test
    void aNoteIsNotPrinted() {
        assertThat(new NoteTexts.Found("secret", List.of())).hasToString("Found[6 chars]");
    }
}
