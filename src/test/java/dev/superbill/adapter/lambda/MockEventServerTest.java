package dev.superbill.adapter.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.superbill.adapter.wire.Api;
import dev.superbill.adapter.wire.Call;
import dev.superbill.adapter.wire.Door;
import dev.superbill.adapter.wire.Sample;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// The handler behind Quarkus' mock event server, which queues events as the Lambda service does.
@QuarkusTest
class MockEventServerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REQUEST =
            """
            {"encounter":{"serviceDate":"2026-06-15"},"note":{"text":"PROCEDURE: Laparoscopic cholecystectomy."}}
            """;

    @Inject Api api;

    @ConfigProperty(name = "quarkus-internal.aws-lambda.test-api")
    String eventServer;

    @Test
    void aDirectInvocationGivesTheAnswerOfTheInterface() throws Exception {
        var reply = invoke(REQUEST);
        var answer =
                api.answer(
                        Call.suggestions(
                                Sample.ACTOR,
                                Door.LAMBDA,
                                REQUEST.getBytes(StandardCharsets.UTF_8)));

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(settled(reply.body())).isEqualTo(settled(answer.text()));
    }

    @Test
    void aBadRequestIsAnsweredWithAProblemAndNotWithAnError() throws Exception {
        var reply = invoke("{\"note\":{}}");

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(reply.body()).path("status").asInt()).isEqualTo(400);
    }

    private HttpResponse<String> invoke(String event) throws IOException, InterruptedException {
        var server = URI.create("http://" + eventServer).resolve("/");
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(server).POST(BodyPublishers.ofString(event)).build(),
                    BodyHandlers.ofString());
        }
    }

    private static JsonNode settled(String answer) throws IOException {
        var node = (ObjectNode) JSON.readTree(answer);
        return node.remove(List.of("id", "timing"));
    }
}
