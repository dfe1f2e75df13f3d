package dev.superbill.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The artifact as a Lambda function of its own: a custom runtime or a container image.
class FunctionIT {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"PyTorch", "OnnxRuntime"})
    void theArtifactAnswersTheRuntimeInterface(String engine) throws Exception {
        assertAnswers(Artifact.command(), Map.of("SUPERBILL_CLASSIFIER_ENGINE", engine), engine);
    }

    @Test
    void theArchiveRunsByItselfFromItsOwnFolder() throws Exception {
        assumeThat(Artifact.isNative()).as("the archive of a jar needs a runtime").isTrue();
        Archive.unpack(folder);
        assertAnswers(List.of(Archive.program(folder)), Map.of(), "OnnxRuntime");
    }

    /// As in the container image.
    @Test
    void theArchivesProgramRunsPyTorchToo() throws Exception {
        assumeThat(Artifact.isNative()).as("the archive of a jar needs a runtime").isTrue();
        Archive.unpack(folder);
        assertAnswers(
                List.of(Archive.program(folder)),
                Map.of(
                        "SUPERBILL_CLASSIFIER_ENGINE",
                        "PyTorch",
                        "SUPERBILL_CLASSIFIER_MODEL",
                        Path.of("models/note-encoder").toAbsolutePath().toString(),
                        "SUPERBILL_CLASSIFIER_LIBRARIES",
                        Path.of("target/pytorch").toAbsolutePath().toString()),
                "PyTorch");
    }

    @Test
    void theArchivesProgramSaysWhatItNeeds() throws Exception {
        assumeThat(Artifact.isNative()).as("the archive of a jar needs a runtime").isTrue();
        Archive.unpack(folder);
        var process = new ProcessBuilder(Archive.program(folder)).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(said).contains("AWS_LAMBDA_RUNTIME_API").hasLineCount(1);
    }

    private void assertAnswers(List<String> command, Map<String, String> settings, String engine)
            throws Exception {
        try (var lambda = new RuntimeApi()) {
            var environment = new HashMap<>(settings);
            environment.put("AWS_LAMBDA_RUNTIME_API", lambda.address());
            try (var function = Artifact.start("function", command, folder, environment)) {
                FunctionChecks.everyEventIsAnsweredInItsForm(
                        lambda, folder.resolve("results"), engine);
                FunctionChecks.oddInputIsAnswered(lambda);
                assertThat(function.log()).doesNotContain("Listening on: http");
            }
        }
    }
}
