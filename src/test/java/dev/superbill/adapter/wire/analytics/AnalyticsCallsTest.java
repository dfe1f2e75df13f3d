package dev.superbill.adapter.wire.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.superbill.adapter.wire.Json;
import dev.superbill.adapter.wire.Problem;
import dev.superbill.adapter.wire.ProblemException;
import dev.superbill.analytics.PolicyProposal;
import dev.superbill.analytics.ScriptedDay;
import dev.superbill.decision.Policy;
import dev.superbill.workqueue.CodingCase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalyticsCallsTest {
    private static final ScriptedDay DAY = ScriptedDay.of(21, 500);
    private static final List<CodingCase> CASES = DAY.cases();

    @Test
    void everyNameIsAnsweredTheSameEachTime() {
        for (var name : AnalyticsCalls.NAMES) {
            var once = Json.write(answer(name, Map.of()));

            assertThat(Json.write(answer(name, Map.of()))).isEqualTo(once);
            assertThat(new String(once, StandardCharsets.UTF_8)).startsWith("{");
            assertThat(CsvSheets.sheet(answer(name, Map.of()))).endsWith("\r\n");
        }
    }

    @Test
    void theAnswerHoldsTheFigures() {
        var accepted = map(map(answer("agreement", Map.of())).get("accepted"));

        assertThat(accepted.get("hits")).isEqualTo(Math.toIntExact(count("accepted")));
        assertThat(accepted.get("of")).isEqualTo(Math.toIntExact(count("lines")));
        assertThat(map(answer("denials", Map.of())).get("amountCents"))
                .isEqualTo(count("amountCents"));
    }

    @Test
    void aFilterLeavesTheCasesItNames() {
        var all = map(map(answer("agreement", Map.of("payer", List.of("acme")))).get("accepted"));

        assertThat(all.get("of")).isEqualTo(Math.toIntExact(count("payer.acme.of")));
        var none = map(answer("summary", Map.of("from", List.of("2026-06-16"))));
        assertThat(none.get("cases")).isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource({
        "from, 2026-02-30, /from",
        "to, yesterday, /to",
        "payer, ' ', /payer",
        "start, 15.6.2026, /start"
    })
    void aWrongParameterIsPointedAt(String name, String value, String pointer) {
        assertThatThrownBy(() -> answer("agreement", Map.of(name, List.of(value))))
                .asInstanceOf(type(ProblemException.class))
                .satisfies(e -> {
                    assertThat(e.problem().status()).isEqualTo(400);
                    assertThat(e.problem().errors())
                            .extracting(Problem.At::pointer)
                            .containsExactly(pointer);
                });
    }

    @Test
    void anUnknownNameIsNotFound() {
        assertThatThrownBy(() -> answer("no-such", Map.of()))
                .asInstanceOf(type(ProblemException.class))
                .satisfies(e -> assertThat(e.problem().status()).isEqualTo(404));
    }

    @ParameterizedTest
    @CsvSource({
        "=1+1, \"'=1+1\"",
        "+49, \"'+49\"",
        "-x, \"'-x\"",
        "@a, \"'@a\"",
        "plain, plain",
        "a=b, a=b"
    })
    void aTextIsNoFormula(String text, String cell) {
        var sheet = CsvSheets.sheet(Map.of("rows", List.of(Map.of("name", text))));

        assertThat(sheet).isEqualTo("name\r\n" + cell.replace("\"", "") + "\r\n");
    }

    @Test
    void aNumberStaysANumber() {
        assertThat(CsvSheets.sheet(Map.of("rows", List.of(Map.of("change", -0.5)))))
                .isEqualTo("change\r\n-0.5\r\n");
    }

    @Test
    void tablesAreNamedAndTheirSharesFlat() {
        var tables = CsvSheets.tables(answer("agreement", Map.of()));

        assertThat(tables).containsKeys("figures", "byCode", "byReason");
        assertThat(tables.get("byCode"))
                .startsWith("name,accepted.hits,accepted.of,accepted.value,accepted.low");
    }

    @Test
    void aPolicyIsReadAsItWasWritten() {
        var policy = PolicyProposal.of(CASES, 1, 4000);
        assertThat(policy.entries()).isNotEmpty();
        assertThat(policy.approval()).isEqualTo(Policy.Approval.PENDING);

        var text = PolicyText.write(policy);

        assertThat(PolicyText.write(PolicyText.read(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "approvedBy, approveBy, /approvedBy",
        "observations, seen, /entries/0/evidence/observations",
        "'\"schema\" : 1', '\"schema\" : \"1\"', /schema"
    })
    void aMisspeltPolicyIsPointedAt(String field, String instead, String pointer) {
        var text = PolicyText.write(PolicyProposal.of(CASES, 1, 4000));

        assertThatThrownBy(() -> PolicyText.read(text.replaceFirst(field, instead)))
                .asInstanceOf(type(ProblemException.class))
                .satisfies(e ->
                        assertThat(e.problem().errors())
                                .extracting(Problem.At::pointer)
                                .contains(pointer));
    }

    private static long count(String key) {
        return DAY.tally().getOrDefault(key, 0L);
    }

    private static Object answer(String name, Map<String, List<String>> query) {
        return AnalyticsCalls.answer(name, query, CASES, ScriptedDay.MORNING);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return (Map<?, ?>) Objects.requireNonNull(value);
    }
}
