package dev.superbill.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.superbill.adapter.wire.Api;
import dev.superbill.adapter.wire.Reply;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderResultSinkTest {
    private static final Reply REPLY = Api.unsupportedEvent("x");

    @TempDir Path folder;

    @Test
    void anAnswerBecomesAFileAndNothingElseIsLeft() throws IOException {
        var results = folder.resolve("a/b");
        new FolderResultSink(results).write("m-1", REPLY);

        assertThat(results.resolve("m-1.json")).hasBinaryContent(REPLY.body());
        assertThat(results)
                .isDirectoryContaining("glob:**.json")
                .isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void theSameNameReplacesWhatWasThere() throws IOException {
        Files.writeString(folder.resolve("m-1.json"), "old");
        new FolderResultSink(folder).write("m-1", REPLY);

        assertThat(folder.resolve("m-1.json")).hasBinaryContent(REPLY.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../m-1", "/etc/passwd", "a/b", "..", "", "ü", "x\u0000"})
    void aNameNeverPicksAPath(String name) throws IOException {
        var results = folder.resolve("results");
        new FolderResultSink(results).write(name, REPLY);

        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .singleElement()
                    .satisfies(file -> {
                        assertThat(file.getParent()).isEqualTo(results);
                        assertThat(file.getFileName().toString()).matches("[0-9a-f]{64}\\.json");
                    });
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsAStoreThatIsDown() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "x");

        assertThatExceptionOfType(CodingException.class)
                .isThrownBy(() -> new FolderResultSink(file).write("m-1", REPLY))
                .extracting(CodingException::fault)
                .isEqualTo(Fault.STORE_UNAVAILABLE);
    }
}
