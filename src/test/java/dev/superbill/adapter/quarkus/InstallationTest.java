package dev.superbill.adapter.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
    @Test
    void theNearestFolderIsTaken(@TempDir Path root) throws IOException {
        var near = Files.createDirectories(root.resolve("target/models"));
        Files.createDirectories(root.resolve("models"));
        var installation =
                new Installation(Installation.above(root.resolve("target/superbill-runner")));
        assertThat(installation.find("models")).contains(near);
    }

    @Test
    void foldersAboveAreLookedAt(@TempDir Path root) throws IOException {
        var models = Files.createDirectories(root.resolve("models"));
        var installation =
                new Installation(
                        Installation.above(root.resolve("target/quarkus-app/app/superbill.jar")));
        assertThat(installation.find("other", "models")).contains(models);
    }

    @Test
    void aFileIsNoFolder(@TempDir Path root) throws IOException {
        Files.createFile(root.resolve("models"));
        assertThat(new Installation(List.of(root)).find("models")).isEmpty();
    }

    @Test
    void theModelOfThisProjectIsFound() {
        assertThat(Installation.ofThisProgram().find("models/note-encoder")).isPresent();
    }
}
