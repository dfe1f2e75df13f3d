package dev.superbill.adapter.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.audit.AuditTrail;
import dev.superbill.audit.InMemoryAuditTrail;
import dev.superbill.audit.NoteFingerprint;
import dev.superbill.classification.NoteClassification;
import dev.superbill.classification.NoteClassifier;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import dev.superbill.note.Note;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ApiTest {
    private static final byte[] REQUEST =
            Sample.request("Cholecystectomy. " + Sample.PLANTED).getBytes(StandardCharsets.UTF_8);

    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final Api api = Sample.api(NoteClassifier.none(), trail);

    private static Call call(String method, String path, Map<String, String> headers) {
        return new Call(Sample.ACTOR, Door.HTTP, method, path, Map.of(), headers, REQUEST);
    }

    private static NoteClassifier failing(Supplier<RuntimeException> failure) {
        return new NoteClassifier() {
            @Override
            public NoteClassification classify(String text) {
                throw failure.get();
            }

            @Override
            public String model() {
                return "broken@0";
            }
        };
    }

    private static Reply replyTo(RuntimeException failure) {
        return Sample.api(failing(() -> failure), AuditTrail.none())
                .answer(Call.suggestions(Sample.ACTOR, Door.HTTP, REQUEST));
    }

    @Test
    void aNoteIsAnswered() {
        var reply = api.answer(Call.suggestions(Sample.ACTOR, Door.HTTP, REQUEST));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).isEqualTo("application/json");
        assertThat(reply.read(SuggestionAnswer.class).release().build())
                .isEqualTo(Sample.BUILD.version());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/suggestions, 405",
        "DELETE, /v1/releases, 405",
        "POST, /v1/codes/CPT/47562, 405",
        "GET, /v1/releases, 200",
        "get, /v1/releases/, 200",
        "GET, /v1, 404",
        "GET, /, 404",
        "GET, '', 404",
        "GET, /v1/codes/CPT, 404",
        "GET, /v1/codes/CPT/47562/x, 404",
        "GET, /v1/codes/CPT/00000, 404",
        "GET, /v1/codes/CPT/x, 404",
        "GET, /v1/codes/SNOMED/47562, 404"
    })
    void pathsAndMethodsAreTold(String method, String path, int status) {
        assertThat(api.answer(call(method, path, Map.of())).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Type, application/json, 200",
        "content-type, text/plain, 415",
        "CONTENT-TYPE, application/json; charset=utf-16, 415",
        "Accept, text/html, 406",
        "accept, '*/*', 200"
    })
    void headersAreMinded(String name, String value, int status) {
        var reply = api.answer(call("POST", Api.SUGGESTIONS, Map.of(name, value)));

        assertThat(reply.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "CPT, 47562, 2026-06-15, active",
        "cpt, 47562, 2026-06-15, active",
        "ICD-10-CM, k80.20, 2026-06-15, active",
        "HCPCS, G0105, 2026-06-15, active",
        "CPT, 47562, 1951-01-01, future"
    })
    void aCodeIsShownOnADate(String system, String code, String date, String status) {
        var call =
                Call.get(
                        Sample.ACTOR,
                        Door.HTTP,
                        Api.CODES + system + "/" + code,
                        Map.of("date", List.of(date)));
        var answer = api.answer(call).read(CodeAnswer.class);

        assertThat(answer.code()).isEqualToIgnoringCase(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.description()).isNotBlank();
    }

    @Test
    void aBodyOverTheLimitIsTooLarge() {
        var reply =
                api.answer(Call.suggestions(Sample.ACTOR, Door.HTTP, new byte[Api.MAX_BODY + 1]));

        assertThat(reply.read(Problem.class).type()).isEqualTo("urn:superbill:problem:too-large");
    }

    @ParameterizedTest
    @CsvSource({"2026-6-1", "today", "''"})
    void aDateThatIsNoneIsRefused(String date) {
        var call =
                Call.get(
                        Sample.ACTOR,
                        Door.HTTP,
                        "/v1/codes/CPT/47562",
                        Map.of("date", List.of(date)));

        assertThat(api.answer(call).status()).isEqualTo(400);
    }

    @Test
    void theAuditTrailKnowsTheNoteByItsFingerprint() {
        var reply = api.answer(Call.suggestions(Sample.ACTOR, Door.HTTP, REQUEST));

        assertThat(trail.records()).hasSize(1);
        var record = trail.records().getFirst();
        assertThat(record.id()).isEqualTo(reply.read(SuggestionAnswer.class).id());
        assertThat(record.noteSha256())
                .isEqualTo(
                        NoteFingerprint.of(new Note("", "Cholecystectomy. " + Sample.PLANTED))
                                .sha256());
        assertThat(record.content()).contains("\"outcome\"").doesNotContain(Sample.PLANTED);
        assertThat(record.toString()).doesNotContain(Sample.PLANTED);
    }

    @Test
    void noAuditIsKeptOnRequest() {
        var body = new String(REQUEST, StandardCharsets.UTF_8);
        var silent = body.substring(0, body.length() - 1) + ",\"options\":{\"audit\":false}}";
        api.answer(
                Call.suggestions(Sample.ACTOR, Door.HTTP, silent.getBytes(StandardCharsets.UTF_8)));

        assertThat(trail.records()).isEmpty();
    }

    @Test
    void aDateThatNoEditionCoversIsToldWithThoseThatAre() {
        var reply = replyTo(new CodingException(Fault.NO_EDITION, "no edition"));

        assertThat(reply.status()).isEqualTo(422);
        var problem = reply.read(Problem.class);
        assertThat(problem.type()).isEqualTo("urn:superbill:problem:no-edition");
        assertThat(problem.editions())
                .contains(new Problem.Edition("2026", "2026-01-01", "2026-12-31"));
        assertThat(problem.errors())
                .extracting(Problem.At::pointer)
                .containsExactly("/encounter/serviceDate");
    }

    @Test
    void aStoreThatIsDownMayBeBackSoon() {
        var reply = replyTo(new CodingException(Fault.STORE_UNAVAILABLE, "the disk is full"));

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.headers()).containsEntry("Retry-After", "5");
    }

    @Test
    void aBugIsOurFaultAndSaysNothingOfTheNote() {
        var reply = replyTo(new IllegalStateException("at " + Sample.PLANTED));

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.text()).doesNotContain(Sample.PLANTED, "IllegalState");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultIsAProblem(Fault fault) {
        assertThat(replyTo(new CodingException(fault, "said")).contentType())
                .isEqualTo("application/problem+json");
    }

    @Test
    void theSameRequestHasTheSameAnswer() {
        var first = api.answer(Call.suggestions(Sample.ACTOR, Door.HTTP, REQUEST)).text();
        var second = api.answer(Call.suggestions(Sample.ACTOR, Door.CLI, REQUEST)).text();

        assertThat(withoutId(second)).isEqualTo(withoutId(first));
    }

    private static String withoutId(String answer) {
        return answer.replaceFirst("\"id\":\"[0-9A-Z]{26}\"", "");
    }
}
