package dev.superbill.adapter.wire.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.superbill.adapter.wire.Api;
import dev.superbill.adapter.wire.Call;
import dev.superbill.adapter.wire.Door;
import dev.superbill.adapter.wire.Sample;
import dev.superbill.audit.Actor;
import dev.superbill.audit.ChainCheck;
import dev.superbill.audit.InMemoryAuditTrail;
import dev.superbill.audit.InMemoryNoteStore;
import dev.superbill.audit.Role;
import dev.superbill.classification.NoteClassifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// A day of 500 notes through the interface: two coders, a payer, and a tally kept by hand beside
/// them.
class DayOfCallsTest {
    private static final int NOTES = 500;
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<Actor> CODERS = List.of(coder("ann"), coder("bob"));
    private static final Actor PAYER = new Actor("north", "remittance", Set.of(Role.SERVICE));
    private static final List<String> CARCS = List.of("97", "151", "50", "29");

    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final Api api = Sample.api(NoteClassifier.none(), trail, new InMemoryNoteStore());
    private final Random random = new Random(20260615);
    private final Tally tally = new Tally();

    private static Actor coder(String name) {
        return new Actor("north", name, Set.of(Role.CODER, Role.AUDITOR));
    }

    /// What was done, counted as it was done.
    private static final class Tally {
        private int suggested;
        private int accepted;
        private int unchanged;
        private int signed;
        private int queried;
        private int open;
        private int seconds;
        private int denials;
        private long cents;
        private int decisions;
        private final Map<String, Integer> overrides = new TreeMap<>();
        private final Map<String, Integer> carcs = new TreeMap<>();
    }

    @Test
    void theFiguresOfADayAreThoseCountedByHand() {
        var examples = examples();
        for (int i = 0; i < NOTES; i++) {
            work(examples.get(i % examples.size()), CODERS.get(random.nextInt(CODERS.size())));
        }

        var told = json(get("/v1/analytics/summary"));
        var agreement = told.path("agreement");
        assertThat(told.path("cases").asInt()).isEqualTo(NOTES);
        assertThat(agreement.path("signed").asInt()).isEqualTo(tally.signed);
        assertThat(agreement.at("/accepted/of").asInt()).isEqualTo(tally.suggested);
        assertThat(agreement.at("/accepted/hits").asInt()).isEqualTo(tally.accepted);
        assertThat(agreement.at("/unchanged/hits").asInt()).isEqualTo(tally.unchanged);
        assertThat(totals(agreement.path("byReason"), "reason", "total"))
                .isEqualTo(tally.overrides);
        assertThat(told.at("/reliability/lines").asInt()).isEqualTo(tally.suggested);
        assertThat(told.at("/workload/signed/notes").asInt()).isEqualTo(tally.signed);
        assertThat(told.at("/workload/signed/totalSeconds").asInt()).isEqualTo(tally.seconds);
        assertThat(told.at("/workload/open").asInt()).isEqualTo(tally.open);
        assertThat(told.at("/workload/queried").asInt()).isEqualTo(tally.queried);
        assertThat(told.at("/denials/denials").asInt()).isEqualTo(tally.denials);
        assertThat(told.at("/denials/deniedCases/hits").asInt()).isEqualTo(tally.denials);
        assertThat(told.at("/denials/amountCents").asLong()).isEqualTo(tally.cents);
        assertThat(totals(told.at("/denials/byReason"), "name", "lines")).isEqualTo(tally.carcs);
        var chain = ChainCheck.of(trail, "north");
        assertThat(chain.whole()).isTrue();
        assertThat(chain.records()).isEqualTo(NOTES + tally.decisions + tally.denials);
        assertThat(List.of(tally.signed, tally.queried, tally.open, tally.denials))
                .allMatch(count -> count > 10);
    }

    private static Map<String, Integer> totals(JsonNode groups, String name, String count) {
        var totals = new TreeMap<String, Integer>();
        for (var group : groups) {
            if (group.path(count).asInt() > 0) {
                totals.put(group.path(name).asText(), group.path(count).asInt());
            }
        }
        return totals;
    }

    private void work(String example, Actor coder) {
        var opened = json(post(coder, Api.CASES, example));
        var id = opened.path("answerId").asText();
        var billed = new ArrayList<JsonNode>();
        int seconds = 0;
        int accepted = 0;
        int lines = 0;
        var overrides = new ArrayList<String>();
        for (var line : opened.path("lines")) {
            int dice = random.nextInt(100);
            seconds += 7;
            lines++;
            if (dice < 70) {
                decide(coder, about(id, "accept", line));
                accepted++;
                billed.add(line);
            } else if (dice < 80 && line.path("system").asText().equals("CPT")) {
                var change = about(id, "change", line).put("reason", "units");
                change.set("to", chosen(line, line.at("/billed/units").asInt() + 1));
                decide(coder, change);
                overrides.add("units");
                billed.add(line);
            } else {
                if (dice > 95) {
                    var undone = decide(coder, about(id, "accept", line));
                    decide(coder, object(id, "undo").put("undoes", undone.path("id").asText()));
                    seconds += 14;
                }
                decide(coder, about(id, "reject", line).put("reason", "not-documented"));
                overrides.add("not-documented");
            }
        }
        if (billed.isEmpty() || random.nextInt(100) < 15) {
            if (random.nextInt(2) == 0) {
                decide(coder, object(id, "query").put("text", "What was documented?"));
                tally.queried++;
            } else {
                tally.open++;
            }
            return;
        }
        decide(coder, object(id, "sign"));
        seconds += 7;
        tally.signed++;
        tally.seconds += seconds;
        tally.suggested += lines;
        tally.accepted += accepted;
        tally.unchanged += accepted == lines ? 1 : 0;
        overrides.forEach(reason -> tally.overrides.merge(reason, 1, Integer::sum));
        if (random.nextInt(100) < 20) {
            deny(id, billed.get(random.nextInt(billed.size())));
        }
    }

    private void deny(String id, JsonNode line) {
        var carc = CARCS.get(random.nextInt(CARCS.size()));
        int cents = 100 + random.nextInt(50_000);
        var denial =
                MAPPER.createObjectNode()
                        .put("answerId", id)
                        .put("group", "CO")
                        .put("carc", carc)
                        .put("amountCents", cents);
        denial.putArray("lines")
                .addObject()
                .put("system", line.path("system").asText())
                .put("code", line.path("code").asText());
        post(PAYER, Api.DENIALS, denial.toString());
        tally.denials++;
        tally.cents += cents;
        tally.carcs.merge(carc, 1, Integer::sum);
    }

    private JsonNode decide(Actor coder, ObjectNode body) {
        tally.decisions++;
        return json(post(coder, Api.DECISIONS, body.put("activeSeconds", 7).toString()));
    }

    private static ObjectNode object(String id, String action) {
        return MAPPER.createObjectNode().put("answerId", id).put("action", action);
    }

    private static ObjectNode about(String id, String action, JsonNode line) {
        return object(id, action)
                .put("system", line.path("system").asText())
                .put("code", line.path("code").asText());
    }

    private static ObjectNode chosen(JsonNode line, int units) {
        var chosen =
                MAPPER.createObjectNode()
                        .put("system", line.path("system").asText())
                        .put("code", line.path("code").asText())
                        .put("units", units);
        chosen.set("modifiers", line.at("/billed/modifiers"));
        return chosen;
    }

    private byte[] post(Actor actor, String path, String body) {
        var reply =
                api.answer(
                        new Call(
                                actor,
                                Door.HTTP,
                                "POST",
                                path,
                                Map.of(),
                                Map.of(),
                                body.getBytes(StandardCharsets.UTF_8)));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.body();
    }

    private byte[] get(String path) {
        var reply = api.answer(Call.get(CODERS.getFirst(), Door.HTTP, path, Map.of()));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.body();
    }

    private static JsonNode json(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The worked examples as requests.
    private static List<String> examples() {
        var names = new String(bytes("index"), StandardCharsets.UTF_8).lines();
        return names.filter(name -> !name.isBlank())
                .map(name -> json(bytes(name.strip())))
                .map(example -> {
                    var request = MAPPER.createObjectNode();
                    request.set("encounter", example.get("encounter"));
                    request.putObject("note").set("text", example.get("text"));
                    return request.toString();
                })
                .toList();
    }

    private static byte[] bytes(String name) {
        try (InputStream in =
                Objects.requireNonNull(
                        DayOfCallsTest.class.getResourceAsStream("/workbench/examples/" + name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
