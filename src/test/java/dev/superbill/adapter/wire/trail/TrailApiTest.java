package dev.superbill.adapter.wire.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.superbill.adapter.wire.Api;
import dev.superbill.adapter.wire.Call;
import dev.superbill.adapter.wire.Door;
import dev.superbill.adapter.wire.Problem;
import dev.superbill.adapter.wire.Reply;
import dev.superbill.adapter.wire.Sample;
import dev.superbill.audit.Actor;
import dev.superbill.audit.AuditRecord;
import dev.superbill.audit.InMemoryAuditTrail;
import dev.superbill.audit.InMemoryNoteStore;
import dev.superbill.audit.RecordKind;
import dev.superbill.audit.Role;
import dev.superbill.classification.NoteClassifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrailApiTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String NOTE =
            """
            PREOPERATIVE DIAGNOSIS: Symptomatic cholelithiasis.
            PROCEDURE: Laparoscopic cholecystectomy.
            DESCRIPTION: %s was taken to the theatre and the gallbladder was removed.
            """
                    .formatted(Sample.PLANTED);
    private static final String REQUEST = Sample.request(NOTE);
    private static final Actor NORTH =
            new Actor("north", "eva", Set.of(Role.CODER, Role.AUDITOR, Role.SERVICE));
    private static final Actor SOUTH = new Actor("south", "sue", Set.of(Role.values()));

    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final InMemoryNoteStore notes = new InMemoryNoteStore();
    private final Api api = Sample.api(NoteClassifier.none(), trail, notes);

    private Reply send(Actor actor, String path, String body, String... key) {
        return api.answer(
                new Call(
                        actor,
                        Door.HTTP,
                        "POST",
                        path,
                        Map.of(),
                        key.length == 0 ? Map.of() : Map.of("Idempotency-Key", key[0]),
                        body.getBytes(StandardCharsets.UTF_8)));
    }

    private Reply post(String path, String body) {
        return send(NORTH, path, body);
    }

    private Reply get(String path, String... query) {
        return ask(NORTH, path, query);
    }

    private Reply ask(Actor actor, String path, String... query) {
        var parameters = new HashMap<String, List<String>>();
        for (int i = 0; i < query.length; i += 2) {
            parameters.put(query[i], List.of(query[i + 1]));
        }
        return api.answer(Call.get(actor, Door.HTTP, path, parameters));
    }

    private static JsonNode json(Reply reply) {
        try {
            return MAPPER.readTree(reply.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String opened() {
        var reply = post(Api.CASES, REQUEST);
        assertThat(reply.status()).isEqualTo(201);
        return json(reply).path("answerId").asText();
    }

    private static String accept(String id, String code) {
        return "{\"answerId\":\"%s\",\"action\":\"accept\",\"system\":\"CPT\",\"code\":\"%s\"}"
                .formatted(id, code);
    }

    private static String denial(String id) {
        return """
        {"answerId":"%s","group":"CO","carc":"97","rarcs":["M15"],"amountCents":1250,
         "lines":[{"system":"CPT","code":"47562"}]}\
        """
                .formatted(id);
    }

    @Test
    void aDecisionIsAnsweredWithItsPlaceAndTheCase() {
        var id = opened();

        var reply = post(Api.DECISIONS, accept(id, "47562"));

        var told = json(reply);
        assertThat(reply.status()).isEqualTo(201);
        assertThat(told.path("sequence").asInt()).isEqualTo(2);
        assertThat(told.path("hash").asText()).hasSize(64);
        assertThat(told.path("user").asText()).isEqualTo("eva");
        assertThat(told.path("state").path("status").asText()).isEqualTo("open");
        assertThat(told.path("state").path("lines").path(0).path("state").asText())
                .isEqualTo("accepted");
        assertThat(json(get(Api.DECISIONS + "/" + told.path("id").asText()))).isEqualTo(told);
        assertThat(json(get(Api.DECISIONS, "answerId", id)).path("decisions")).hasSize(1);
    }

    @Test
    void aClaimIsSignedThroughTheInterface() {
        var id = opened();
        for (var line : json(get(Api.CASES + "/" + id)).path("lines")) {
            var body = MAPPER.createObjectNode().put("answerId", id).put("action", "accept");
            body.set("system", line.get("system"));
            body.set("code", line.get("code"));
            assertThat(post(Api.DECISIONS, body.toString()).status()).isEqualTo(201);
        }
        assertThat(notes.size()).isEqualTo(1);

        var reply = post(Api.DECISIONS, "{\"answerId\":\"" + id + "\",\"action\":\"sign\"}");

        assertThat(json(reply).path("state").path("status").asText()).isEqualTo("signed");
        assertThat(notes.size()).isZero();
        assertThat(post(Api.DECISIONS, accept(id, "47562")).status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"action\":\"accept\"}|/code",
                "{\"action\":\"accept\",\"system\":\"CPT\",\"code\":\"x\"}|/code",
                "{\"action\":\"dance\"}|/action",
                "{\"action\":\"reject\",\"system\":\"CPT\",\"code\":\"47562\"}|/reason",
                "{\"action\":\"reject\",\"system\":\"CPT\",\"code\":\"47562\",\"reason\":\"why\"}|/reason",
                "{\"action\":\"change\",\"system\":\"CPT\",\"code\":\"47562\",\"reason\":\"units\"}|/to",
                "{\"action\":\"sign\",\"code\":\"47562\"}|/code",
                "{\"action\":\"query\"}|/text",
                "{\"action\":\"undo\"}|/undoes",
                "{\"action\":\"sign\",\"activeSeconds\":-1}|/activeSeconds",
                "{\"action\":\"sign\",\"activeSeconds\":99999999999}|/activeSeconds",
                "{\"action\":\"add\",\"reason\":\"missed\",\"to\":{\"system\":\"CPT\",\"code\":\"47562\",\"units\":0}}|/to/units",
                "{\"action\":\"add\",\"reason\":\"missed\",\"to\":{\"system\":\"CPT\",\"code\":\"47563\"},\"evidence\":[{\"start\":4,\"end\":2}]}|/evidence/0",
                "{\"action\":\"sign\",\"mood\":1}|/mood"
            })
    void aDecisionThatBreaksTheInterfaceIsRefused(String body, String pointer) {
        var id = opened();

        var reply = post(Api.DECISIONS, body.replaceFirst("\\{", "{\"answerId\":\"" + id + "\","));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.read(Problem.class).errors())
                .extracting(Problem.At::pointer)
                .contains(pointer);
        assertThat(trail.records()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"answerId\":7}",
                "{\"answerId\":\"\",\"action\":\"sign\"}",
                "{\"answerId\":null,\"action\":null}"
            })
    void noBodyOfAPathThatWritesIsAFailure(String body) {
        for (var path :
                List.of(
                        Api.DECISIONS,
                        Api.CASES,
                        Api.DENIALS,
                        Api.AUDIT + "holds",
                        Api.AUDIT + "replay")) {
            assertThat(post(path, body).status()).as(path).isEqualTo(400);
        }
    }

    @Test
    void anUnknownAnswerIsNotFound() {
        assertThat(post(Api.DECISIONS, accept("nothing", "47562")).status()).isEqualTo(404);
        assertThat(post(Api.DENIALS, denial("nothing")).status()).isEqualTo(404);
        assertThat(post(Api.AUDIT + "holds", "{\"answerId\":\"nothing\"}").status()).isEqualTo(404);
        assertThat(get(Api.CASES + "/nothing").status()).isEqualTo(404);
        assertThat(get(Api.DECISIONS + "/nothing").status()).isEqualTo(404);
        assertThat(get(Api.AUDIT + "records/nothing").status()).isEqualTo(404);
        assertThat(get(Api.ANALYTICS + "nothing").status()).isEqualTo(404);
    }

    @Test
    void whatAnotherTenantHasIsNotFound() {
        var id = opened();
        var decision = json(post(Api.DECISIONS, accept(id, "47562"))).path("id").asText();

        assertThat(ask(SOUTH, Api.CASES + "/" + id).status()).isEqualTo(404);
        assertThat(ask(SOUTH, Api.DECISIONS + "/" + decision).status()).isEqualTo(404);
        assertThat(ask(SOUTH, Api.AUDIT + "records/" + id).status()).isEqualTo(404);
        assertThat(send(SOUTH, Api.DECISIONS, accept(id, "47562")).status()).isEqualTo(404);
        assertThat(json(ask(SOUTH, Api.CASES)).path("cases")).isEmpty();
        assertThat(json(ask(SOUTH, Api.AUDIT + "records")).path("records")).isEmpty();
        assertThat(json(ask(SOUTH, Api.AUDIT + "head")).path("sequence").asInt()).isZero();
    }

    @Test
    void aCursorOfAnotherQueryOrTenantIsRefused() {
        opened();
        opened();
        var next = json(get(Api.CASES, "limit", "1")).path("next").asText();

        assertThat(json(get(Api.CASES, "limit", "1", "cursor", next)).path("cases")).hasSize(1);
        assertThat(json(get(Api.CASES, "limit", "1", "cursor", next)).has("next")).isFalse();
        assertThat(get(Api.CASES, "cursor", next, "payer", "medicare").status()).isEqualTo(400);
        assertThat(get(Api.DECISIONS, "cursor", next).status()).isEqualTo(400);
        assertThat(ask(SOUTH, Api.CASES, "cursor", next).status()).isEqualTo(400);
        assertThat(get(Api.CASES, "cursor", next.substring(1)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "status, shut",
        "outcome, none",
        "confidenceBelow, 2",
        "confidenceBelow, NaN",
        "olderThan, tomorrow",
        "olderThan, -PT1H",
        "olderThan, PT9999999999999999H",
        "limit, 0",
        "limit, 501",
        "cursor, AAAA"
    })
    void aParameterThatBreaksItsConstraintIsRefused(String name, String value) {
        opened();

        assertThat(get(Api.CASES, name, value).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "status, open, 1",
        "status, signed, 0",
        "payer, medicare, 0",
        "confidenceBelow, 0, 0",
        "confidenceBelow, 1, 1",
        "olderThan, PT0S, 0",
        "reason, no-such-rule, 0"
    })
    void theQueueIsFiltered(String name, String value, int expected) {
        opened();

        assertThat(json(get(Api.CASES, name, value)).path("cases")).hasSize(expected);
    }

    @Test
    void theTrailIsReadPageByPage() {
        var id = opened();
        for (int i = 0; i < 7; i++) {
            opened();
        }
        var _ = post(Api.DECISIONS, accept(id, "47562"));
        var ids = new ArrayList<String>();
        var page = json(get(Api.AUDIT + "records", "limit", "4"));
        while (true) {
            page.path("records").forEach(record -> ids.add(record.path("id").asText()));
            if (!page.has("next")) {
                break;
            }
            page =
                    json(
                            get(
                                    Api.AUDIT + "records",
                                    "limit",
                                    "4",
                                    "cursor",
                                    page.path("next").asText()));
        }

        assertThat(ids)
                .isEqualTo(trail.records().stream().map(AuditRecord::id).toList())
                .hasSize(9);
        assertThat(json(get(Api.AUDIT + "records", "kind", "decision")).path("records")).hasSize(1);
        assertThat(json(get(Api.AUDIT + "records", "answerId", id)).path("records")).hasSize(2);
        assertThat(get(Api.AUDIT + "records", "kind", "poem").status()).isEqualTo(400);
        assertThat(json(get(Api.AUDIT + "head")).path("sequence").asInt()).isEqualTo(9);
        assertThat(json(get(Api.AUDIT + "head")).path("hash").asText())
                .isEqualTo(trail.after("north", 8, 1).getFirst().hash());
    }

    @Test
    void aRecordIsShownWithItsContent() {
        var id = opened();

        var told = json(get(Api.AUDIT + "records/" + id));

        assertThat(told.path("kind").asText()).isEqualTo("answer");
        assertThat(told.path("content").path("encounter").path("serviceDate").asText())
                .isEqualTo("2026-06-15");
        assertThat(told.toString()).doesNotContain(Sample.PLANTED);
    }

    @Test
    void aDenialIsRecorded() {
        var id = opened();

        var reply = post(Api.DENIALS, denial(id));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(json(reply).path("carc").asText()).isEqualTo("97");
        assertThat(json(get(Api.DENIALS)).path("denials")).hasSize(1);
        assertThat(json(get(Api.CASES + "/" + id)).path("denials").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "carc, '\"abcd\"', /carc",
        "group, '\"XX\"', /group",
        "rarcs, '[\"Q1\"]', /rarcs/0/<list element>",
        "amountCents, -1, /amountCents",
        "amountCents, 1.5, /amountCents",
        "lines, '[{\"system\":\"CPT\",\"code\":\"x\"}]', /lines/0/code",
        "lines, '[null]', /lines/0/<list element>"
    })
    void aDenialThatBreaksTheInterfaceIsRefused(String field, String value, String pointer)
            throws IOException {
        var body = (ObjectNode) MAPPER.readTree(denial(opened()));
        body.set(field, MAPPER.readTree(value));

        var reply = post(Api.DENIALS, body.toString());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.read(Problem.class).errors().getFirst().pointer())
                .isEqualTo(pointer.replace("/<list element>", ""));
    }

    @Test
    void aHoldIsRecordedAndEnded() {
        var id = opened();
        var hold = "{\"answerId\":\"" + id + "\",\"reason\":\"matter 7\"}";
        var release = "{\"answerId\":\"" + id + "\",\"action\":\"release\"}";

        assertThat(post(Api.AUDIT + "holds", hold).status()).isEqualTo(201);
        assertThat(post(Api.AUDIT + "holds", release).status()).isEqualTo(201);

        assertThat(trail.about("north", id))
                .extracting(kept -> kept.record().kind())
                .containsExactly(RecordKind.ANSWER, RecordKind.HOLD, RecordKind.RELEASE);
    }

    @Test
    void anAnswerIsGivenAgain() {
        var id = opened();

        var reply = post(Api.AUDIT + "replay", replay(id, NOTE));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.read(ReplayAnswer.class).outcome()).isEqualTo(ReplayAnswer.SAME);
        assertThat(reply.read(ReplayAnswer.class).sha256())
                .isEqualTo(reply.read(ReplayAnswer.class).recordedSha256());
        assertThat(post(Api.AUDIT + "replay", replay(id, NOTE + " ")).status()).isEqualTo(409);
        assertThat(post(Api.AUDIT + "replay", replay(id, "a".repeat(100_001))).status())
                .isEqualTo(413);
    }

    @Test
    void whatDiffersFromARecordedAnswerIsTold() {
        var id = opened();
        var kept = trail.find("north", id).orElseThrow().record();
        var other = new InMemoryAuditTrail();
        var _ =
                other.append(
                        new AuditRecord(
                                kept.tenant(),
                                kept.id(),
                                kept.kind(),
                                kept.time(),
                                kept.user(),
                                kept.answerId(),
                                kept.noteSha256(),
                                kept.content()
                                        .replace("\"rules\":\"2026.4\"", "\"rules\":\"2025.1\"")
                                        .replace("\"units\":1", "\"units\":2")
                                        .replaceFirst(
                                                "\"answerSha256\":\"[0-9a-f]{8}",
                                                "\"answerSha256\":\"00000000")));
        var later = Sample.api(NoteClassifier.none(), other, notes);

        var reply =
                later.answer(
                        Call.replay(
                                NORTH,
                                Door.HTTP,
                                replay(id, NOTE).getBytes(StandardCharsets.UTF_8)));

        var told = reply.read(ReplayAnswer.class);
        assertThat(told.outcome()).isEqualTo(ReplayAnswer.DIFFERENT);
        assertThat(told.differences().getFirst())
                .isEqualTo(
                        new ReplayAnswer.Difference("/release/rules", "\"2025.1\"", "\"2026.4\""));
        assertThat(told.differences())
                .contains(new ReplayAnswer.Difference("/lines/0/units", "2", "1"));
        assertThat(reply.text()).doesNotContain(Sample.PLANTED);
    }

    private static String replay(String id, String text) {
        var body = MAPPER.createObjectNode().put("answerId", id);
        body.putObject("note").put("text", text);
        return body.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {Api.SUGGESTIONS, Api.CASES})
    void aNoteSentAgainWithItsKeyIsTheSameAnswer(String path) {
        var first = send(NORTH, path, REQUEST, "note 1");
        var again = send(NORTH, path, REQUEST, "note 1");
        var other = send(NORTH, path, Sample.request(NOTE + "More."), "note 1");
        var late = send(NORTH, path, REQUEST.replace("06-15", "06-16"), "note 1");
        var elsewhere = send(SOUTH, path, REQUEST, "note 1");

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(other.status()).isEqualTo(422);
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.read(Problem.class).type())
                .isEqualTo("urn:superbill:problem:idempotency-key-reused");
        assertThat(elsewhere.successful()).isTrue();
        assertThat(trail.records()).hasSize(2);
    }

    @Test
    void whatIsSentAgainWithItsKeyIsWrittenOnce() {
        var id = opened();
        for (var path : List.of(Api.DECISIONS, Api.DENIALS, Api.AUDIT + "holds")) {
            var body =
                    switch (path) {
                        case Api.DECISIONS -> accept(id, "47562");
                        case Api.DENIALS -> denial(id);
                        default -> "{\"answerId\":\"" + id + "\"}";
                    };
            var another =
                    switch (path) {
                        case Api.DECISIONS -> body.replace("}", ",\"activeSeconds\":9}");
                        case Api.DENIALS -> body.replace("97", "96");
                        default -> body.replace("}", ",\"reason\":\"x\"}");
                    };
            int before = trail.records().size();

            var first = send(NORTH, path, body, "k");
            var again = send(NORTH, path, body, "k");

            assertThat(first.status()).isEqualTo(201);
            assertThat(again.successful()).isTrue();
            assertThat(again.text()).isEqualTo(first.text());
            assertThat(send(NORTH, path, another, "k").status()).isEqualTo(422);
            assertThat(trail.records()).hasSize(before + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u00e9", "\t"})
    void aKeyHasItsForm(String key) {
        assertThat(send(NORTH, Api.SUGGESTIONS, REQUEST, key).status()).isEqualTo(400);
        assertThat(send(NORTH, Api.SUGGESTIONS, REQUEST, "k".repeat(201)).status()).isEqualTo(400);
        assertThat(send(NORTH, Api.SUGGESTIONS, REQUEST, "k".repeat(200)).status()).isEqualTo(200);
    }

    @Test
    void theTextOfASuggestionIsNotKept() {
        assertThat(post(Api.SUGGESTIONS, REQUEST).status()).isEqualTo(200);

        assertThat(notes.size()).isZero();
        assertThat(trail.records()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "CODER, 200, 201, 201, 403, 403, 200",
        "AUDITOR, 403, 403, 403, 403, 201, 200",
        "SERVICE, 200, 201, 403, 201, 403, 403",
        "ADMIN, 200, 201, 201, 201, 201, 200"
    })
    void eachRoleTakesItsPaths(
            Role role, int suggest, int open, int decide, int deny, int hold, int decisions) {
        var id = opened();
        var actor = new Actor("north", "somebody", Set.of(role));

        assertThat(send(actor, Api.SUGGESTIONS, REQUEST).status()).isEqualTo(suggest);
        assertThat(send(actor, Api.CASES, REQUEST).status()).isEqualTo(open);
        assertThat(send(actor, Api.DECISIONS, accept(id, "47562")).status()).isEqualTo(decide);
        assertThat(send(actor, Api.DENIALS, denial(id)).status()).isEqualTo(deny);
        assertThat(send(actor, Api.AUDIT + "holds", "{\"answerId\":\"" + id + "\"}").status())
                .isEqualTo(hold);
        assertThat(ask(actor, Api.DECISIONS).status()).isEqualTo(decisions);
        assertThat(ask(actor, Api.RELEASES).status()).isEqualTo(200);
        assertThat(ask(new Actor("north", "nobody", Set.of()), Api.RELEASES).status())
                .isEqualTo(403);
    }
}
