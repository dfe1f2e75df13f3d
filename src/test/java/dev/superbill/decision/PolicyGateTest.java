package dev.superbill.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.superbill.candidate.Origin;
import dev.superbill.code.Code;
import dev.superbill.decision.Policy.Action;
import dev.superbill.mention.Evidence;
import dev.superbill.note.EncounterBuilder;
import dev.superbill.note.Fact;
import dev.superbill.note.Span;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyGateTest {
    private static final Evidence EVIDENCE = new Evidence("", new Span(0, 1), "a");
    private static final Finding BLOCK =
            new Finding("ncci-ptp", Severity.BLOCK, "11111", "no", "source", "");

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    REVIEW, 11111, acme, 0, acme, 0.9, review
                    REVIEW, 11111, acme, 0, other, 0.9, suggest
                    REVIEW, 11111, '', 0, other, 0.9, review
                    REVIEW, 111, '', 0, acme, 0.9, suggest
                    RAISE_THRESHOLD, 111, '', 0.95, acme, 0.949, review
                    RAISE_THRESHOLD, 111, '', 0.95, acme, 0.95, suggest
                    RAISE_THRESHOLD, 222, '', 0.95, acme, 0.9, suggest
                    LOWER_THRESHOLD, 111, '', 0.1, acme, 0.9, suggest
                    EXAMINE_RULE, '', '', 0, acme, 0.9, suggest
                    """)
    void anEntrySendsItsLinesToReview(
            Action action,
            String code,
            String entryPayer,
            double from,
            String payer,
            double confidence,
            String expected) {
        var gate = new PolicyGate(policy(action, code, entryPayer, from));
        var routed = routed(new Decision.Suggest(), confidence, Routing.Outcome.AUTO);

        var applied = gate.apply(routed, EncounterBuilder.on("2026-06-15").payer(payer).build());

        var line = applied.lines().getFirst();
        assertThat(line.decision().label()).isEqualTo(expected);
        assertThat(line.code()).isEqualTo(new Code.Cpt("11111"));
        assertThat(applied.lines()).hasSize(1);
        boolean reviewed = expected.equals("review");
        assertThat(applied.routing().outcome())
                .isEqualTo(reviewed ? Routing.Outcome.REVIEW : Routing.Outcome.AUTO);
        assertThat(line.findings()).hasSize(reviewed ? 1 : 0);
        if (reviewed) {
            assertThat(line.findings().getFirst().ruleId()).isEqualTo("policy");
            assertThat(line.findings().getFirst().message()).contains("entry e1");
        }
    }

    @Test
    void whatIsWithheldStaysWithheld() {
        var gate = new PolicyGate(policy(Action.REVIEW, "11111", "", 0));
        var routed = routed(new Decision.Withhold(BLOCK), 0.9, Routing.Outcome.QUERY);

        assertThat(gate.apply(routed, EncounterBuilder.on("2026-06-15").build())).isEqualTo(routed);
    }

    @Test
    void aPolicyThatNobodyApprovedIsRefused() {
        var approved = policy(Action.REVIEW, "11111", "", 0);
        var pending = new Policy(Policy.SCHEMA, approved.made(), "", "", approved.entries());

        assertThatIllegalArgumentException().isThrownBy(() -> new PolicyGate(pending));
    }

    @ParameterizedTest
    @CsvSource({"ann, ''", "'', 2026-06-15", "ann, soon"})
    void anApprovalHasANameAndADate(String by, String on) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Policy(Policy.SCHEMA, Policy.NONE.made(), by, on, List.of()));
    }

    private static Policy policy(Action action, String code, String payer, double from) {
        return new Policy(
                Policy.SCHEMA,
                new Policy.Made(1, 9, 40, 80),
                "ann",
                "2026-06-15",
                List.of(
                        new Policy.Entry(
                                "e1",
                                action,
                                code,
                                payer,
                                action == Action.EXAMINE_RULE ? "ncci-ptp" : "",
                                from,
                                new Policy.Evidence("accepted", 10, 40, 0.1, 0.4),
                                "coders changed most of them")));
    }

    private static Routed routed(Decision decision, double confidence, Routing.Outcome outcome) {
        var line =
                new SuggestedLine(
                        1,
                        new Code.Cpt("11111"),
                        "a service",
                        1,
                        List.of(),
                        confidence,
                        decision,
                        List.of(Origin.LOOKUP),
                        List.of(EVIDENCE),
                        List.of(),
                        Fact.unknown(),
                        List.of(),
                        List.of());
        return new Routed(
                List.of(line), List.of(), List.of(), List.of(), new Routing(outcome, List.of()));
    }
}
