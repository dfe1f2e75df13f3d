package dev.superbill.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import dev.superbill.analytics.DenialReport.Cause;
import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.workqueue.Answer;
import dev.superbill.workqueue.CaseEvent;
import dev.superbill.workqueue.ChosenLine;
import dev.superbill.workqueue.CoderAction;
import dev.superbill.workqueue.CodingCase;
import dev.superbill.workqueue.OverrideReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Twelve cases, each figure counted by hand:
///
/// | case | suggested | coder | becomes | seconds | denied |
/// |---|---|---|---|---|---|
/// | 1 | 11111 at 0.95 | ann | accepted, signed | 10 + 10 | |
/// | 2 | 11111 at 0.95 | ann | accepted, signed | 10 + 20 | 97, 100.01 in two lines, one not on the claim |
/// | 3 | 11111 at 0.95, ncci-mue warns | ann | units 2, signed | 10 + 30 | 151, 50.00 |
/// | 4 | 11111 at 0.85, ncci-ptp warns | bob | accepted, signed | 10 + 40 | 97, 20.00 |
/// | 5 | 11111 at 0.85 | bob | as 22222, signed | 10 + 50 | 11, 10.00 |
/// | 6 | 11111 at 0.85 | bob | rejected, 33333 added, signed | 20 + 60 | whole claim, 29, 5.00 |
/// | 7 | 0764T at 0.55, autonomous, undocumented | ann | accepted, signed | 0 | |
/// | 8 | 0764T at 0.55, autonomous | ann | accepted, signed | 10 + 80 | |
/// | 9 | 11111 at 0.95, hidden | bob | accepted, signed | 10 + 90 | |
/// | 10 | 11111 at 0.95, ncci-ptp warns | | open since 2 days | | |
/// | 11 | 11111 at 0.95 | bob | queried, since 8 days | | |
/// | 12 | 11111 at 0.95 | bob | accepted, signed, signature undone: open since 1 hour | | |
class TwelveCasesTest {
    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final Code FIRST = Code.of(CodeSystem.CPT, "11111");
    private static final Code SECOND = Code.of(CodeSystem.CPT, "22222");
    private static final Code THIRD = Code.of(CodeSystem.CPT, "33333");
    private static final Code SOFTWARE = Code.of(CodeSystem.CPT, "0764T");

    private static final List<CodingCase> CASES =
            List.of(
                    denied(
                            play(shown("1", 0, line(FIRST, 0.95)), "ann", 10, accept(FIRST)),
                            List.of()),
                    denied(
                            play(shown("2", 0, line(FIRST, 0.95)), "ann", 20, accept(FIRST)),
                            List.of(denial("2", "97", 10_001, FIRST, SECOND))),
                    denied(
                            play(
                                    shown("3", 0, line(FIRST, 0.95, "ncci-mue")),
                                    "ann",
                                    30,
                                    new CoderAction.Change(
                                            FIRST,
                                            new ChosenLine(FIRST, 2, List.of()),
                                            OverrideReason.UNITS)),
                            List.of(denial("3", "151", 5000, FIRST))),
                    denied(
                            play(
                                    shown("4", 0, line(FIRST, 0.85, "ncci-ptp")),
                                    "bob",
                                    40,
                                    accept(FIRST)),
                            List.of(denial("4", "97", 2000, FIRST))),
                    denied(
                            play(
                                    shown("5", 0, line(FIRST, 0.85)),
                                    "bob",
                                    50,
                                    new CoderAction.Change(
                                            FIRST,
                                            new ChosenLine(SECOND, 1, List.of()),
                                            OverrideReason.MORE_SPECIFIC)),
                            List.of(denial("5", "11", 1000, SECOND))),
                    denied(
                            play(
                                    shown("6", 0, line(FIRST, 0.85)),
                                    "bob",
                                    60,
                                    new CoderAction.Reject(FIRST, OverrideReason.NOT_DOCUMENTED),
                                    new CoderAction.Add(
                                            new ChosenLine(THIRD, 1, List.of()),
                                            List.of(),
                                            OverrideReason.MISSED)),
                            List.of(denial("6", "29", 500))),
                    untimed(shown("7", 0, software("software-analysis")), "ann", accept(SOFTWARE)),
                    play(shown("8", 0, software()), "ann", 80, accept(SOFTWARE)),
                    play(
                            answer("9", 0, Answer.Visibility.HIDDEN, line(FIRST, 0.95)),
                            "bob",
                            90,
                            accept(FIRST)),
                    CodingCase.of(shown("10", 48, line(FIRST, 0.95, "ncci-ptp"))),
                    CodingCase.of(shown("11", 192, line(FIRST, 0.95)))
                            .decide(
                                    decided(
                                            "11",
                                            1,
                                            "bob",
                                            new CoderAction.Query(List.of("mdm"), "What?"),
                                            5)),
                    play(shown("12", 1, line(FIRST, 0.95)), "bob", 10, accept(FIRST))
                            .decide(decided("12", 3, "bob", new CoderAction.Undo("12-9"), 1)));

    /// Cases 1 to 8 are signed and shown, of a line each: 1, 2, 4, 7 and 8 as they were; 3 with the
    /// code; 6 rejected.
    @Test
    void agreement() {
        var agreement = Agreement.of(CASES);

        assertThat(agreement.signed()).isEqualTo(8);
        assertThat(agreement.hidden()).isEqualTo(1);
        assertThat(agreement.accepted()).isEqualTo(new Share(5, 8));
        assertThat(agreement.codeKept()).isEqualTo(new Share(6, 8));
        assertThat(agreement.unchanged()).isEqualTo(new Share(5, 8));
        assertThat(agreement.added()).isEqualTo(1);
        assertThat(agreement.byCode())
                .containsExactly(
                        new Agreement.Group("11111", new Share(3, 6), new Share(4, 6), 2, 1),
                        new Agreement.Group("0764T", new Share(2, 2), new Share(2, 2), 0, 0));
        assertThat(agreement.byCoder())
                .extracting(Agreement.Group::name, Agreement.Group::accepted)
                .containsExactly(tuple("ann", new Share(4, 5)), tuple("bob", new Share(1, 3)));
        assertThat(agreement.byRule())
                .extracting(Agreement.Group::name, Agreement.Group::accepted)
                .containsExactly(
                        tuple("ncci-mue", new Share(0, 1)),
                        tuple("ncci-ptp", new Share(1, 1)),
                        tuple("software-analysis", new Share(1, 1)));
        assertThat(agreement.byReason())
                .filteredOn(overrides -> overrides.total() > 0)
                .containsExactlyInAnyOrder(
                        new Agreement.Overrides(OverrideReason.UNITS, 1, 0, 0),
                        new Agreement.Overrides(OverrideReason.MORE_SPECIFIC, 1, 0, 0),
                        new Agreement.Overrides(OverrideReason.NOT_DOCUMENTED, 0, 1, 0),
                        new Agreement.Overrides(OverrideReason.MISSED, 0, 0, 1));
    }

    /// Nine lines: bin 9 holds 1, 2, 3 and 9, three right, at 0.95; bin 8 holds 4, 5 and 6, one
    /// right, at 0.85; bin 5 holds 7 and 8, both right, at 0.55. The error is (4 · 0.20 + 3 · (0.85
    /// − 1/3) + 2 · 0.45) / 9; the squares are 3 · 0.05² + 0.95² + 0.15² + 2 · 0.85² + 2 · 0.45².
    @Test
    void reliability() {
        var reliability = Reliability.of(CASES);

        assertThat(reliability.lines()).isEqualTo(9);
        assertThat(reliability.accepted().bins())
                .extracting(Calibration.Bin::lines)
                .containsExactly(0, 0, 0, 0, 0, 2, 0, 0, 3, 4);
        assertThat(reliability.accepted().error())
                .isEqualTo((0.8 + 3 * (0.85 - 1.0 / 3) + 0.9) / 9, within(1e-9));
        assertThat(reliability.accepted().brier())
                .isEqualTo((0.0075 + 0.9025 + 0.0225 + 1.445 + 0.405) / 9, within(1e-9));
        assertThat(reliability.codeKept().bins().get(9).right()).isEqualTo(1);
    }

    /// Timed: 20, 30, 40, 50, 60, 80, 90 and 100, together 470; case 7 told no time. The median is
    /// (50 + 60) / 2, nine of ten of eight is the eighth.
    @Test
    void workload() {
        var workload = Workload.of(CASES, NOW);

        assertThat(workload.signed()).isEqualTo(new Seconds(8, 470, 55, 100, 58.75));
        assertThat(workload.signed().notesPerHour()).isEqualTo(8 * 3600 / 470.0, within(1e-9));
        assertThat(workload.untimed()).isEqualTo(1);
        assertThat(workload.byCoder())
                .extracting(Workload.Group::name, group -> group.seconds().total())
                .containsExactly(
                        tuple("ann", 20L + 30 + 40 + 90), tuple("bob", 50L + 60 + 80 + 100));
        assertThat(workload.open()).isEqualTo(2);
        assertThat(workload.queried()).isEqualTo(1);
        assertThat(workload.ages()).extracting(Workload.Age::cases).containsExactly(1, 1, 0, 1, 0);
        assertThat(workload.medianAgeSeconds()).isEqualTo(48 * 3600);
        assertThat(workload.oldestAgeSeconds()).isEqualTo(192 * 3600);
        assertThat(workload.queueByReason()).containsExactly(new Workload.Waiting("too unsure", 3));
        assertThat(workload.queueByRule()).containsExactly(new Workload.Waiting("ncci-ptp", 1));
    }

    /// Of 10,001 cents in two lines, the first gets the odd cent. 17 + the rest: 18,501 cents.
    @Test
    void denials() {
        var report = DenialReport.of(CASES);

        assertThat(report.denials()).isEqualTo(5);
        assertThat(report.deniedCases()).isEqualTo(new Share(5, 9));
        assertThat(report.amountCents()).isEqualTo(18_501);
        assertThat(report.traced())
                .extracting(
                        DenialReport.Traced::denial,
                        DenialReport.Traced::code,
                        DenialReport.Traced::cause,
                        DenialReport.Traced::rule,
                        DenialReport.Traced::by,
                        DenialReport.Traced::amountCents)
                .containsExactly(
                        tuple("N2", "11111", Cause.GAP, "", "", 5001L),
                        tuple("N2", "22222", Cause.NOT_ON_CLAIM, "", "", 5000L),
                        tuple("N3", "11111", Cause.OVERRIDDEN, "ncci-mue", "ann", 5000L),
                        tuple("N4", "11111", Cause.OVERRIDDEN, "ncci-ptp", "bob", 2000L),
                        tuple("N5", "22222", Cause.PERSON, "", "bob", 1000L),
                        tuple("N6", "", Cause.ADMINISTRATIVE, "", "", 500L));
        assertThat(report.traced().get(2).reason()).containsExactly(OverrideReason.UNITS);
        assertThat(report.byReason().getFirst()).isEqualTo(new DenialReport.Group("97", 3, 12_001));
        assertThat(report.byRule())
                .containsExactly(
                        new DenialReport.Group("ncci-mue", 1, 5000),
                        new DenialReport.Group("ncci-ptp", 1, 2000));
    }

    /// Cases 7 and 8: one lacks documentation, both are billed.
    @Test
    void softwareAndCategoryThree() {
        var services = SoftwareInventory.of(CASES).services();
        assertThat(services)
                .containsExactly(
                        new SoftwareInventory.Service(
                                "0764T",
                                "autonomous",
                                LocalDate.of(2026, 6, 15),
                                LocalDate.of(2026, 6, 15),
                                2,
                                new Share(2, 2),
                                new Share(1, 2)));
        assertThat(CategoryThreeExport.of(CASES).rows())
                .extracting(
                        CategoryThreeExport.Row::code,
                        CategoryThreeExport.Row::suggested,
                        CategoryThreeExport.Row::billed,
                        CategoryThreeExport.Row::units,
                        CategoryThreeExport.Row::denied)
                .containsExactly(tuple("0764T", 2, 2, 2L, 0));
    }

    /// Hidden: case 9. Shown: eleven cases, eight signed, of 9 lines billed or so: 8 of the 8
    /// signed bill one line each, and 5 and 6 a code that was not suggested.
    @Test
    void pilot() {
        var department = Pilot.of(CASES).departments().getFirst();

        assertThat(department.sides())
                .extracting(
                        Pilot.Side::name,
                        Pilot.Side::notes,
                        Pilot.Side::signed,
                        Pilot.Side::agreement,
                        Pilot.Side::found,
                        Pilot.Side::denied)
                .containsExactly(
                        tuple("hidden", 1, 1, new Share(1, 1), new Share(1, 1), new Share(0, 1)),
                        tuple("shown", 11, 8, new Share(5, 8), new Share(6, 8), new Share(5, 8)));
        assertThat(department.difference()).isEmpty();
    }

    /// Wilson, worked out with the textbook formula: 5 of 10 is 0.237 to 0.763, 0 of 10 up to
    /// 0.278.
    @ParameterizedTest
    @CsvSource({"5, 10, 0.2366, 0.7634", "0, 10, 0, 0.2775", "10, 10, 0.7225, 1", "0, 0, 0, 1"})
    void aShareHasAWilsonInterval(int hits, int of, double low, double high) {
        assertThat(new Share(hits, of).low()).isEqualTo(low, within(1e-4));
        assertThat(new Share(hits, of).high()).isEqualTo(high, within(1e-4));
    }

    @Test
    void everyReasonHasItsRulesAndWords() {
        assertThat(AdjustmentCodes.reasons()).hasSizeGreaterThan(70);
        assertThat(AdjustmentCodes.reasons())
                .allMatch(reason -> !reason.meaning().isBlank() && !reason.coding().isBlank())
                .allMatch(reason ->
                        reason.kind() == AdjustmentCodes.Kind.CODING || reason.rules().isEmpty());
        assertThat(AdjustmentCodes.reason("97").orElseThrow().rules()).contains("ncci-ptp");
        assertThat(AdjustmentCodes.reason("222").orElseThrow().rules()).contains("ncci-mue");
        assertThat(AdjustmentCodes.remark("N362")).isPresent();
    }

    private static CoderAction accept(Code code) {
        return new CoderAction.Accept(code);
    }

    private static Answer.Line line(Code code, double confidence, String... rules) {
        return new Answer.Line(
                new ChosenLine(code, 1, List.of()),
                rules.length == 0 ? "suggest" : "review",
                confidence,
                "",
                findings(rules));
    }

    private static List<Answer.Finding> findings(String... rules) {
        return List.of(rules).stream().map(rule -> new Answer.Finding(rule, "warn")).toList();
    }

    private static Answer.Line software(String... rules) {
        return new Answer.Line(
                new ChosenLine(SOFTWARE, 1, List.of()),
                "review",
                0.55,
                "autonomous",
                findings(rules));
    }

    private static Answer shown(String id, int hoursAgo, Answer.Line line) {
        return answer(id, hoursAgo, Answer.Visibility.SHOWN, line);
    }

    private static Answer answer(
            String id, int hoursAgo, Answer.Visibility visibility, Answer.Line line) {
        return new Answer(
                id,
                NOW.minusSeconds(hoursAgo * 3600L),
                "intake",
                "note" + id,
                LocalDate.of(2026, 6, 15),
                "acme",
                "surgery",
                "theatre",
                "22",
                "operative",
                "",
                "review",
                List.of(line.code().value() + ": too unsure"),
                visibility,
                List.of(line),
                List.of());
    }

    private static CaseEvent.Decided decided(
            String id, int number, String coder, CoderAction action, int seconds) {
        return new CaseEvent.Decided(
                id + '-' + number, id, NOW.plusSeconds(number), coder, action, seconds);
    }

    /// Each decision takes 10 seconds, the signature, which is decision 9, what is told.
    private static CodingCase play(
            Answer answer, String coder, int signing, CoderAction... actions) {
        var coding = CodingCase.of(answer);
        for (int i = 0; i < actions.length; i++) {
            coding = coding.decide(decided(answer.id(), i, coder, actions[i], 10));
        }
        return coding.decide(decided(answer.id(), 9, coder, new CoderAction.Sign(), signing));
    }

    private static CodingCase untimed(Answer answer, String coder, CoderAction action) {
        return CodingCase.of(answer)
                .decide(decided(answer.id(), 1, coder, action, 0))
                .decide(decided(answer.id(), 9, coder, new CoderAction.Sign(), 0));
    }

    private static CodingCase denied(CodingCase coding, List<CaseEvent.Denied> denials) {
        var after = coding;
        for (var denial : denials) {
            after = after.deny(denial);
        }
        return after;
    }

    private static CaseEvent.Denied denial(String id, String carc, long cents, Code... lines) {
        return new CaseEvent.Denied(
                "N" + id, id, NOW, "billing", List.of(lines), carc, "CO", List.of(), cents);
    }
}
