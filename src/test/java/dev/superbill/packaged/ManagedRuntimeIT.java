package dev.superbill.packaged;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `function.zip` as the managed Java runtime runs it: the runtime interface client loads the
/// handler from the folder that the archive was unpacked to.
class ManagedRuntimeIT {
    @TempDir Path task;

    @Test
    void theManagedRuntimeRunsTheArchive() throws Exception {
        assumeThat(Artifact.isNative()).as("the managed runtime runs jars").isFalse();
        Archive.unpack(task);
        var command =
                List.of(
                        Artifact.java(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        client(),
                        AWSLambda.class.getName(),
                        QuarkusStreamHandler.class.getName() + "::handleRequest");
        try (var lambda = new RuntimeApi();
                var _ =
                        Artifact.start(
                                "managed-runtime",
                                command,
                                task,
                                Map.of(
                                        "AWS_LAMBDA_RUNTIME_API",
                                        lambda.address(),
                                        "QUARKUS_HTTP_HOST_ENABLED",
                                        "false",
                                        "SUPERBILL_CLASSIFIER_MODEL",
                                        absolute("models/note-encoder"),
                                        "SUPERBILL_CLASSIFIER_LIBRARIES",
                                        absolute("target/pytorch")))) {
            FunctionChecks.everyEventIsAnsweredInItsForm(
                    lambda, task.resolve("results"), "PyTorch");
            FunctionChecks.oddInputIsAnswered(lambda);
        }
    }

    private static String absolute(String folder) {
        return Path.of(folder).toAbsolutePath().toString();
    }

    /// The client's own class path, which the managed runtime brings.
    private static String client() {
        return Stream.of(AWSLambda.class, LambdaRuntime.class, PojoSerializer.class)
                .map(ManagedRuntimeIT::jar)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String jar(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
