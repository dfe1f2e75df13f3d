package dev.superbill.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The artifact as a Lambda function of its own: a custom runtime or a container image.
class FunctionIT {
    @TempDir Path folder;

    @Test
    void theArtifactAnswersTheRuntimeInterface() throws Exception {
        try (var lambda = new RuntimeApi();
                var function =
                        Artifact.start(
                                "function",
                                Artifact.command(),
                                folder,
                                Map.of("AWS_LAMBDA_RUNTIME_API", lambda.address()))) {
            FunctionChecks.everyEventIsAnsweredInItsForm(lambda, folder.resolve("results"));
            FunctionChecks.oddInputIsAnswered(lambda);
            assertThat(function.log()).doesNotContain("Listening on: http");
        }
    }
}
