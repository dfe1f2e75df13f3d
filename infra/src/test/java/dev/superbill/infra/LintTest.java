package dev.superbill.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What cfn-lint says of the templates, where it is installed (`pip install cfn-lint`).
class LintTest {
    @TempDir Path folder;

    @Test
    void noTemplateHasAFinding() throws IOException, InterruptedException {
        var files = new ArrayList<String>();
        for (var deployment : Deployment.all()) {
            deployment.templates().forEach(file -> files.add(file.toString()));
        }
        assertThat(files).hasSizeGreaterThan(10);

        var outcome = lint(files);

        assertThat(outcome.said()).isEmpty();
        assertThat(outcome.code()).isZero();
    }

    @Test
    void aFindingWouldBeFound() throws IOException, InterruptedException {
        var file =
                Files.writeString(
                        folder.resolve("x.template.json"),
                        """
                        {"Resources":{"Bucket":{"Type":"AWS::S3::Bucket","Properties":{"No":1}}}}
                        """);

        assertThat(lint(List.of(file.toString())).said()).contains("E3002");
    }

    private record Outcome(int code, String said) {}

    private static Outcome lint(List<String> files) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("cfn-lint", "--format", "parseable"));
        command.addAll(files);
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return abort("cfn-lint is not installed: the templates were not linted");
        }
        try (var output = process.getInputStream()) {
            var said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), said);
        }
    }
}
