package dev.superbill.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The same request has the same answer through every door.
@QuarkusTest
class DoorsTest {
    private static final int FIRST_ERROR = 400;
    private static final JsonMapper MAPPER = new JsonMapper();

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

    static List<Arguments> pathsThatWrite() {
        return Stream.of(
                        Api.DECISIONS,
                        Api.CASES,
                        Api.DENIALS,
                        Api.AUDIT + "holds",
                        Api.AUDIT + "replay")
                .flatMap(path -> all().stream().map(input -> Arguments.of(path, input)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pathsThatWrite")
    void oddInputOfAPathThatWritesIsNoFailure(String path, BadInput input)
            throws IOException, InterruptedException {
        assumeThat(input.needsCodeSets() && codeSets.current().releases().isEmpty()).isFalse();
        var overHttp = http(suggestions.resolve(path), input.body().get());
        var event =
                """
                {"version":"2.0","rawPath":"%s","requestContext":{"http":{"method":"POST"},\
                "authorizer":{"jwt":{"claims":{"sub":"eva","tenant":"local","roles":"[admin]"}}}},\
                "headers":{"content-type":"application/json"},"isBase64Encoded":true,"body":"%s"}\
                """
                        .formatted(path, Base64.getEncoder().encodeToString(input.body().get()));
        var overGateway = MAPPER.readTree(lambda(event.getBytes(StandardCharsets.UTF_8)));

        assertThat(overHttp.statusCode()).isLessThan(500);
        if (refused(input)) {
            assertThat(overHttp.statusCode()).isGreaterThanOrEqualTo(FIRST_ERROR);
        }
        assertThat(overGateway.path("statusCode").asInt()).isEqualTo(overHttp.statusCode());
        if (overHttp.statusCode() >= FIRST_ERROR) {
            assertThat(overGateway.path("body").asText())
                    .isEqualTo(new String(overHttp.body(), StandardCharsets.UTF_8))
                    .doesNotContain(Sample.PLANTED);
        }
    }

    private static boolean refused(BadInput input) {
        return input.status() >= FIRST_ERROR;
    }

    private HttpResponse<byte[]> http(byte[] body) throws IOException, InterruptedException {
        return http(suggestions, body);
    }

    private static HttpResponse<byte[]> http(URI path, byte[] body)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(path)
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
