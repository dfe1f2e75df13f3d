package dev.superbill.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.adapter.BadInput;
import dev.superbill.adapter.wire.Sample;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The artifact as an HTTP server.
class ServerIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int LOOK_EVERY_MS = 50;

    @TempDir Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    private static URI at(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private HttpResponse<String> get(int port, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(at(port, path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(int port, byte[] body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(at(port, "/v1/suggestions"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /// What health says once the model is loaded: until then it says that it is not ready.
    private String readyBody(int port) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var readiness = get(port, "/q/health/ready");
            if (readiness.statusCode() == 200) {
                return readiness.body();
            }
            assertThat(readiness.statusCode()).isEqualTo(503);
            assertThat(System.nanoTime()).as(readiness.body()).isLessThan(end);
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    @Test
    void theServerAnswersAndStaysQuiet() throws Exception {
        var store = folder.resolve("store").resolve("superbill.db");
        try (var server =
                Artifact.start(
                        "server",
                        Artifact.command("serve"),
                        folder,
                        Map.of(
                                "QUARKUS_HTTP_PORT",
                                "0",
                                "SUPERBILL_STORE_PATH",
                                store.toString()))) {
            int port = server.port();
            assertThat(readyBody(port)).contains("note-encoder@");

            var request = FunctionChecks.request().getBytes(StandardCharsets.UTF_8);
            assertThat(post(port, request).body())
                    .contains("\"code\":\"47562\"", "\"engine\":\"PyTorch\"");
            for (var input : BadInput.all()) {
                var answer = post(port, input.body().get());
                assertThat(answer.statusCode()).as(input.name()).isEqualTo(input.status());
            }
            assertThat(get(port, "/v1/codes/CPT/47562?date=2026-06-15").statusCode())
                    .isEqualTo(200);
            assertThat(get(port, "/v1/codes?q=lap%20chole&date=2026-06-15").body())
                    .startsWith("{\"query\":\"lap chole\"")
                    .contains("\"code\":\"47562\"");
            assertThat(get(port, "/q/metrics").body())
                    .contains("superbill_calls_seconds_bucket")
                    .doesNotContain(Sample.PLANTED);
            assertThat(get(port, "/q/openapi").body()).contains("/v1/suggestions");
            assertThat(get(port, "/q/swagger-ui/").statusCode()).isEqualTo(200);
            assertThat(recorded(store)).isPositive();
            try (var files = Files.list(store.getParent())) {
                for (var file : files.toList()) {
                    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .as(file.getFileName().toString())
                            .doesNotContain(Sample.PLANTED);
                }
            }
        }
    }

    /// How many answers are on record.
    private static int recorded(Path store) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                var query = connection.createStatement();
                var answers =
                        query.executeQuery("SELECT count(*) FROM trail WHERE kind = 'answer'")) {
            return answers.getInt(1);
        }
    }
}
