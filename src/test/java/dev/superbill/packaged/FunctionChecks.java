package dev.superbill.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.superbill.adapter.BadInput;
import dev.superbill.adapter.wire.Sample;
import java.nio.file.Path;

/// What holds for the function, whatever runs it.
final class FunctionChecks {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String REQUEST =
            Sample.request(
                    "PROCEDURE PERFORMED: Laparoscopic cholecystectomy.\n\nDESCRIPTION: "
                            + Sample.PLANTED
                            + ". The gallbladder was removed through the umbilical port.");

    private FunctionChecks() {}

    static String request() {
        return REQUEST;
    }

    /// Every kind of event is answered in its own form.
    static void everyEventIsAnsweredInItsForm(RuntimeApi lambda, Path results, String engine)
            throws Exception {
        var direct = MAPPER.readTree(lambda.answer(REQUEST));
        assertThat(direct.path("lines").path(0).path("code").asText()).isEqualTo("47562");
        assertThat(direct.path("classification").path("engine").asText()).isEqualTo(engine);

        var rest =
                MAPPER.createObjectNode()
                        .put("httpMethod", "POST")
                        .put("path", "/v1/suggestions")
                        .put("body", REQUEST)
                        .put("isBase64Encoded", false);
        assertThat(MAPPER.readTree(lambda.answer(rest.toString())).path("statusCode").asInt())
                .isEqualTo(200);

        var http = MAPPER.createObjectNode().put("version", "2.0").put("rawPath", "/v1/releases");
        http.putObject("requestContext").putObject("http").put("method", "GET");
        var releases = MAPPER.readTree(lambda.answer(http.toString()));
        assertThat(releases.path("statusCode").asInt()).isEqualTo(200);
        assertThat(releases.path("body").asText()).contains("codeSets");

        var batch = MAPPER.createObjectNode();
        var records = batch.putArray("Records");
        records.addObject()
                .put("messageId", "m1")
                .put("eventSource", "aws:sqs")
                .put("body", REQUEST);
        records.addObject().put("messageId", "m2").put("eventSource", "aws:sqs").put("body", "{");
        assertThat(lambda.answer(batch.toString()))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m2\"}]}");
        assertThat(results.resolve("m1.json")).content().contains("\"code\":\"47562\"");
        assertThat(results.resolve("m2.json")).content().contains("malformed-json");
    }

    /// Odd input never fails the function.
    static void oddInputIsAnswered(RuntimeApi lambda) throws Exception {
        for (var input : BadInput.all()) {
            var outcome = lambda.invoke(input.body().get());
            assertThat(outcome.kind()).as(input.name()).isEqualTo("response");
            if (input.status() == 200) {
                assertThat(outcome.body()).as(input.name()).startsWith("{\"id\":\"");
            } else {
                assertThat(outcome.body())
                        .as(input.name())
                        .contains("\"status\":" + input.status())
                        .doesNotContain(Sample.PLANTED);
            }
        }
        assertThat(lambda.answer(REQUEST)).contains("47562");
    }
}
