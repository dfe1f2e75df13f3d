package dev.superbill.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.superbill.adapter.cli.TestTerminal;
import dev.superbill.adapter.lambda.CodingHandler;
import dev.superbill.adapter.wire.Api;
import dev.superbill.adapter.wire.Sample;
import dev.superbill.codeset.CodeSetSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The same request has the same answer through every door.
@QuarkusTest
class DoorsTest {
    private static final int FIRST_ERROR = 400;

    @Inject Api api;
    @Inject CodingHandler handler;
    @Inject CodeSetSource codeSets;

    @TestHTTPResource("/v1/suggestions")
    URI suggestions;

    @TempDir Path folder;

    static List<BadInput> all() {
        return BadInput.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyDoorAnswersOddInputAlike(BadInput input) throws IOException, InterruptedException {
        assumeThat(input.needsCodeSets() && codeSets.current().releases().isEmpty()).isFalse();
        var overHttp = http(input.body().get());

        assertThat(overHttp.statusCode()).isEqualTo(input.status());
        assertThat(overHttp.headers().firstValue("content-type"))
                .hasValue(refused(input) ? "application/problem+json" : "application/json");
        assertThat(comparable(lambda(input.body().get()))).isEqualTo(comparable(overHttp.body()));
        assertThat(comparable(commandLine(input))).isEqualTo(comparable(overHttp.body()) + "\n");
        if (refused(input)) {
            assertThat(overHttp.body())
                    .asString(StandardCharsets.UTF_8)
                    .doesNotContain(Sample.PLANTED)
                    .contains("\"status\":" + input.status());
        }
    }

    private static boolean refused(BadInput input) {
        return input.status() >= FIRST_ERROR;
    }

    private HttpResponse<byte[]> http(byte[] body) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(suggestions)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private byte[] lambda(byte[] event) throws IOException {
        var answer = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event), answer, null);
        return answer.toByteArray();
    }

    private byte[] commandLine(BadInput input) throws IOException {
        var file = folder.resolve("request.json");
        Files.write(file, input.body().get());
        var terminal = new TestTerminal(api);
        int exit = terminal.run("code", "--requests", "--json", file.toString());
        assertThat(exit).isEqualTo(refused(input) ? 2 : 0);
        assertThat(terminal.err()).isEmpty();
        return terminal.bytes();
    }

    /// The answer without what differs from call to call.
    private static String comparable(byte[] answer) {
        return new String(answer, StandardCharsets.UTF_8)
                .replaceFirst("\"id\":\"[0-9A-Z]{26}\"", "\"id\":\"\"")
                .replaceFirst("\"timing\":\\{.*?\\}\\}", "\"timing\":{}");
    }
}
