package dev.superbill.adapter.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.superbill.adapter.wire.Api;
import dev.superbill.adapter.wire.Call;
import dev.superbill.adapter.wire.Claims;
import dev.superbill.adapter.wire.Door;
import dev.superbill.adapter.wire.Reply;
import dev.superbill.adapter.wire.ResultSink;
import dev.superbill.adapter.wire.Sample;
import dev.superbill.audit.AuditTrail;
import dev.superbill.classification.NoteClassifier;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodingHandlerTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String REQUEST = Sample.request("Cholecystectomy. " + Sample.PLANTED);

    private final Api api = Sample.api(NoteClassifier.none(), AuditTrail.none());
    private final Map<String, Reply> kept = new LinkedHashMap<>();

    private String handle(String event) throws IOException {
        return handle(event, kept::put);
    }

    private String handle(String event, ResultSink sink) throws IOException {
        var answer = new ByteArrayOutputStream();
        new CodingHandler(api, sink, new Claims("tenant", List.of("roles", "groups")), "local")
                .handleRequest(
                        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                        answer,
                        null);
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return MAPPER.getNodeFactory().textNode(text).toString();
    }

    private static String withoutId(String answer) {
        return answer.replaceFirst("\"id\":\"[0-9A-Z]{26}\"", "");
    }

    private String answered(String request) {
        return withoutId(
                api.answer(
                                Call.suggestions(
                                        Sample.ACTOR,
                                        Door.HTTP,
                                        request.getBytes(StandardCharsets.UTF_8)))
                        .text());
    }

    private static String restApi(String method, String path, String rest) {
        return "{\"resource\":\"/{proxy+}\",\"path\":\"%s\",\"httpMethod\":\"%s\",\"requestContext\":{\"stage\":\"prod\"},%s}"
                .formatted(path, method, rest);
    }

    private static String httpApi(String method, String path, String rest) {
        return "{\"version\":\"2.0\",\"routeKey\":\"$default\",\"rawPath\":\"%s\",\"requestContext\":{\"stage\":\"prod\",\"http\":{\"method\":\"%s\",\"path\":\"%s\"}},%s}"
                .formatted(path, method, path, rest);
    }

    private static String batch(String... messages) {
        return "{\"Records\":[" + String.join(",", messages) + "]}";
    }

    private static String message(String id, String body) {
        return "{\"messageId\":\"%s\",\"eventSource\":\"aws:sqs\",\"body\":%s}"
                .formatted(id, quoted(body));
    }

    @Test
    void aDirectInvocationIsAnsweredLikeHttp() throws IOException {
        assertThat(withoutId(handle(REQUEST))).isEqualTo(answered(REQUEST));
    }

    @Test
    void aRestApiEventIsAnsweredInItsForm() throws IOException {
        var reply =
                MAPPER.readTree(
                        handle(
                                restApi(
                                        "POST",
                                        "/v1/suggestions",
                                        "\"headers\":{\"content-type\":\"application/json\"},\"isBase64Encoded\":false,\"body\":"
                                                + quoted(REQUEST))));

        assertThat(reply.path("statusCode").asInt()).isEqualTo(200);
        assertThat(reply.path("headers").path("Content-Type").asText())
                .isEqualTo("application/json");
        assertThat(reply.path("isBase64Encoded").isBoolean()).isTrue();
        assertThat(withoutId(reply.path("body").asText())).isEqualTo(answered(REQUEST));
    }

    @Test
    void anHttpApiEventIsAnsweredInItsForm() throws IOException {
        var body = Base64.getEncoder().encodeToString(REQUEST.getBytes(StandardCharsets.UTF_8));
        var reply =
                MAPPER.readTree(
                        handle(
                                httpApi(
                                        "POST",
                                        "/prod/v1/suggestions",
                                        "\"headers\":{\"content-type\":\"application/json\"},\"isBase64Encoded\":true,\"body\":\""
                                                + body
                                                + "\"")));

        assertThat(reply.path("statusCode").asInt()).isEqualTo(200);
        assertThat(withoutId(reply.path("body").asText())).isEqualTo(answered(REQUEST));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/releases, 200",
        "GET, /v1/suggestions, 405",
        "GET, /nowhere, 404",
        "GET, /v1/codes/ICD-10-CM/K80.99, 404",
        "GET, /v1/codes, 400",
        "POST, /v1/codes, 405",
        "POST, /v1/suggestions, 400"
    })
    void bothGatewaysReachEveryPath(String method, String path, int status) throws IOException {
        for (var event :
                new String[] {
                    restApi(method, path, "\"headers\":null,\"body\":null"),
                    httpApi(method, path, "\"headers\":{}")
                }) {
            assertThat(MAPPER.readTree(handle(event)).path("statusCode").asInt()).isEqualTo(status);
        }
    }

    @Test
    void queriesAreRead() throws IOException {
        var rest =
                restApi(
                        "GET",
                        "/v1/codes/CPT/47562",
                        "\"queryStringParameters\":{\"date\":\"nine\"},\"body\":null");
        var http =
                httpApi(
                        "GET",
                        "/v1/codes/CPT/47562",
                        "\"rawQueryString\":\"date=2026%2D06-15&date=x\"");

        assertThat(MAPPER.readTree(handle(rest)).path("statusCode").asInt()).isEqualTo(400);
        assertThat(MAPPER.readTree(handle(http)).path("statusCode").asInt()).isEqualTo(400);
    }

    @Test
    void aSearchReadsRepeatedParameters() throws IOException {
        var rest =
                restApi(
                        "GET",
                        "/v1/codes",
                        "\"multiValueQueryStringParameters\":{\"q\":[\"knee brace\"],"
                                + "\"date\":[\"2026-06-15\"],\"system\":[\"CPT\",\"HCPCS\"]},\"body\":null");
        var http =
                httpApi(
                        "GET",
                        "/v1/codes",
                        "\"rawQueryString\":\"q=knee+brace&date=2026-06-15&system=CPT&system=HCPCS\"");

        var answer = MAPPER.readTree(handle(rest)).path("body").asText();
        assertThat(answer).contains("\"items\":[{\"system\":").doesNotContain("ICD-10-CM");
        assertThat(MAPPER.readTree(handle(http)).path("body").asText()).isEqualTo(answer);
    }

    @Test
    void aBodyThatIsNotBase64IsRefused() throws IOException {
        var reply =
                MAPPER.readTree(
                        handle(
                                restApi(
                                        "POST",
                                        "/v1/suggestions",
                                        "\"isBase64Encoded\":true,\"body\":\"%%%\"")));

        assertThat(reply.path("statusCode").asInt()).isEqualTo(400);
    }

    @Test
    void aBodyWithALoneSurrogateIsNotUtf8() throws IOException {
        var reply =
                MAPPER.readTree(
                        handle(
                                restApi(
                                        "POST",
                                        "/v1/suggestions",
                                        "\"body\":\"\\ud800" + Sample.PLANTED + "\"")));

        assertThat(reply.path("statusCode").asInt()).isEqualTo(400);
        assertThat(reply.toString()).doesNotContain(Sample.PLANTED);
    }

    @Test
    void everyMessageOfABatchIsAnsweredIntoTheSink() throws IOException {
        var reply =
                handle(
                        batch(
                                message("m1", REQUEST),
                                message("m2", "{" + Sample.PLANTED),
                                message("m3", REQUEST)));

        assertThat(reply).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m2\"}]}");
        assertThat(kept).containsOnlyKeys("m1", "m2", "m3");
        assertThat(withoutId(text("m1"))).isEqualTo(answered(REQUEST));
        assertThat(text("m2")).contains("malformed-json").doesNotContain(Sample.PLANTED);
    }

    private String text(String id) {
        var reply = kept.get(id);
        return reply == null ? "" : reply.text();
    }

    @Test
    void aMessageIsNotDoneBeforeItsAnswerIsKept() throws IOException {
        ResultSink broken =
                (name, answer) -> {
                    throw new CodingException(Fault.STORE_UNAVAILABLE, "the disk is full");
                };

        assertThat(handle(batch(message("m1", REQUEST)), broken))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
    }

    @Test
    void aMessageWithoutAnIdFailsTheBatch() throws IOException {
        assertThat(handle("{\"Records\":[{\"eventSource\":\"aws:sqs\",\"body\":\"{}\"}]}"))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Records\":[{\"eventSource\":\"aws:s3\"}]}",
                "{\"Records\":[]}",
                "{\"Records\":\"aws:sqs\"}",
                "{\"requestContext\":{\"connectionId\":\"x\"}}",
                "{\"version\":\"0\",\"detail-type\":\"Scheduled Event\",\"source\":\"aws.events\"}",
                "{\"httpMethod\":\"POST\"}"
            })
    void anEventOfAnotherServiceIsAProblem(String event) throws IOException {
        assertThat(type(handle(event))).isEqualTo("urn:superbill:problem:unsupported-event");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "7",
                "null",
                "{",
                "{}",
                "\u0000",
                "{\"a\":[[[[",
                "{\"Records\":["
            })
    void whatIsNoEventAtAllIsARequestGoneWrong(String event) throws IOException {
        assertThat(type(handle(event)))
                .isIn(
                        "urn:superbill:problem:malformed-json",
                        "urn:superbill:problem:invalid-request");
    }

    private static String type(String problem) throws IOException {
        JsonNode tree = MAPPER.readTree(problem);
        return tree.path("type").asText();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/audit/head|{\"sub\":\"eva\",\"tenant\":\"north\",\"roles\":\"coder,auditor\"}|200",
                "/v1/audit/head|{\"sub\":\"eva\",\"tenant\":\"north\",\"roles\":\"[coder auditor]\"}|200",
                "/v1/audit/head|{\"sub\":\"eva\",\"tenant\":\"north\",\"groups\":\"auditor\"}|200",
                "/v1/audit/head|{\"sub\":\"eva\",\"tenant\":\"north\",\"roles\":\"coder\"}|403",
                "/v1/audit/head|{\"sub\":\"eva\",\"roles\":\"auditor\"}|403",
                "/v1/audit/head||403",
                "/v1/audit/head|{}|403",
                "/v1/releases||200"
            })
    void theAuthorizersClaimsTellWhoCalls(String path, @Nullable String claims, int status)
            throws IOException {
        var told = claims == null ? "null" : claims;
        var rest =
                handle(
                        """
                        {"httpMethod":"GET","path":"%s","headers":{},"body":null,
                         "requestContext":{"authorizer":{"claims":%s}}}\
                        """
                                .formatted(path, told));
        var http =
                handle(
                        """
                        {"version":"2.0","rawPath":"%s","headers":{},
                         "requestContext":{"http":{"method":"GET"},
                                           "authorizer":{"jwt":{"claims":%s}}}}\
                        """
                                .formatted(path, told));

        assertThat(MAPPER.readTree(rest).path("statusCode").asInt()).isEqualTo(status);
        assertThat(MAPPER.readTree(http).path("statusCode").asInt()).isEqualTo(status);
    }
}
