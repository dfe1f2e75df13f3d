package dev.superbill.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.superbill.analytics.Drift.Against;
import dev.superbill.analytics.Drift.Direction;
import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.workqueue.Answer;
import dev.superbill.workqueue.CaseEvent;
import dev.superbill.workqueue.ChosenLine;
import dev.superbill.workqueue.CoderAction;
import dev.superbill.workqueue.CodingCase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Simulated clinics of 100 office visits a week, four in ten at a high level.
class DriftTest {
    private static final LocalDate START = LocalDate.of(2025, 1, 6);
    private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");
    private static final int BASELINE = 26;
    private static final int YEAR = 52;
    private static final int SEEDS = 20;
    private static final double HIGH = 0.4;

    /// Of 150 seeds, 3 had an alarm in the 52 weeks after the baseline, over all metrics; fewer are
    /// run here, for time.
    @Test
    void aStationaryClinicHasHardlyEverAnAlarm() {
        long alarmed =
                IntStream.range(0, SEEDS)
                        .filter(seed ->
                                !Drift.of(clinic(seed, BASELINE + YEAR, HIGH), Map.of())
                                        .alerts()
                                        .isEmpty())
                        .count();

        assertThat((double) alarmed / SEEDS).isLessThan(0.1);
    }

    /// A step of 10 points of high levels is two deviations of a week's share. Of 150 seeds, half
    /// had it found within 6 weeks, nine of ten within 9, 19 of 20 within 10.
    @Test
    void anUpcodingStepIsFoundWithinTenWeeks() {
        long found =
                IntStream.range(0, SEEDS)
                        .filter(seed -> weeksUntilFound(seed, HIGH + 0.1) <= 10)
                        .count();

        assertThat((double) found / SEEDS).isGreaterThanOrEqualTo(0.9);
    }

    /// Of 150 seeds, half within 3 weeks, 19 of 20 within 4.
    @Test
    void aStepOfTwentyPointsIsFoundWithinFourWeeks() {
        long found =
                IntStream.range(0, SEEDS)
                        .filter(seed -> weeksUntilFound(seed, HIGH + 0.2) <= 4)
                        .count();

        assertThat((double) found / SEEDS).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void anAlertSaysWhatItRestsOn() {
        var alert =
                Drift.of(steppedClinic(1, 0.6), Map.of()).alerts().stream()
                        .filter(one -> one.metric() == Intensity.HIGH_LEVELS)
                        .filter(one -> one.against() == Against.PAST)
                        .findFirst()
                        .orElseThrow();

        assertThat(alert.direction()).isEqualTo(Direction.UP);
        assertThat(alert.from()).isAfterOrEqualTo(START.plusWeeks(BASELINE));
        assertThat(alert.to()).isAfter(alert.from());
        assertThat(alert.baseline()).isBetween(0.35, 0.45);
        assertThat(alert.observed()).isBetween(0.5, 0.7);
        assertThat(alert.statistic()).isGreaterThan(alert.threshold());
        assertThat(alert.count()).isGreaterThanOrEqualTo(200);
    }

    @Test
    void aClinicThatBillsMoreThanOthersIsTold() {
        var own = clinic(3, 20, 0.6);
        var others = Drift.lately(clinic(4, 20, HIGH));

        assertThat(Drift.of(own, others).alerts())
                .anyMatch(alert ->
                        alert.against() == Against.CLINICS
                                && alert.metric() == Intensity.HIGH_LEVELS
                                && alert.direction() == Direction.UP);
        assertThat(Drift.of(clinic(5, 20, HIGH), others).alerts()).isEmpty();
    }

    @Test
    void aCoderWhoBillsMoreThanTheOthersIsTold() {
        var cases = new ArrayList<>(clinic(6, 20, HIGH));
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            cases.add(visit("eve" + i, START.plusWeeks(19), "eve", random, 0.8));
        }

        assertThat(Drift.of(cases, Map.of()).alerts())
                .anyMatch(alert ->
                        alert.against() == Against.PEERS
                                && alert.scope().equals("specialty=medicine, coder=eve"));
    }

    @Test
    void tooFewWeeksHaveNoChart() {
        assertThat(Drift.of(clinic(8, BASELINE, HIGH), Map.of()).charts())
                .allMatch(chart -> chart.weeks().isEmpty());
    }

    /// Hand-counted: in June 99213 (place 2 of 0 to 4), 99215 (4) and 99203 (1 of 0 to 3).
    @Test
    void aMonthIsTheMeanOfItsVisits() {
        var cases =
                List.of(
                        signed("a", START, "ann", "99213", 1, List.of("25")),
                        signed("b", START, "ann", "99215", 1, List.of()),
                        signed("c", START.plusDays(1), "ann", "99203", 1, List.of()),
                        signed("d", START, "ann", "20610", 3, List.of("XS")));

        assertThat(Drift.of(cases, Map.of()).months())
                .extracting(
                        Drift.Month::metric,
                        month -> month.observed().count(),
                        month -> Math.round(month.observed().mean() * 1000))
                .containsExactly(
                        tuple(Intensity.VISIT_LEVEL, 3, 611L),
                        tuple(Intensity.HIGH_LEVELS, 3, 333L),
                        tuple(Intensity.UNITS, 4, 1500L),
                        tuple(Intensity.MODIFIER_25, 3, 333L),
                        tuple(Intensity.MODIFIER_59, 1, 1000L),
                        tuple(Intensity.MODIFIER_22, 1, 0L));
    }

    private static long weeksUntilFound(int seed, double stepped) {
        return Drift.of(steppedClinic(seed, stepped), Map.of()).alerts().stream()
                .filter(alert -> alert.against() == Against.PAST)
                .filter(alert ->
                        alert.metric() == Intensity.HIGH_LEVELS
                                || alert.metric() == Intensity.VISIT_LEVEL)
                .filter(alert -> alert.direction() == Direction.UP)
                .mapToLong(alert ->
                        ChronoUnit.WEEKS.between(START.plusWeeks(BASELINE), alert.to().plusDays(1)))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static List<CodingCase> steppedClinic(int seed, double stepped) {
        var cases = new ArrayList<>(clinic(seed, BASELINE, HIGH));
        var random = new Random(1000L + seed);
        for (int week = BASELINE; week < BASELINE + 13; week++) {
            addWeek(cases, week, random, stepped);
        }
        return cases;
    }

    private static List<CodingCase> clinic(int seed, int weeks, double high) {
        var cases = new ArrayList<CodingCase>();
        var random = new Random(seed);
        for (int week = 0; week < weeks; week++) {
            addWeek(cases, week, random, high);
        }
        return cases;
    }

    private static void addWeek(List<CodingCase> cases, int week, Random random, double high) {
        for (int i = 0; i < 100; i++) {
            cases.add(
                    visit(
                            week + "-" + i,
                            START.plusWeeks(week).plusDays(i % 5),
                            i % 2 == 0 ? "ann" : "bob",
                            random,
                            high));
        }
    }

    private static CodingCase visit(
            String id, LocalDate date, String coder, Random random, double high) {
        boolean up = random.nextDouble() < high;
        boolean further = random.nextDouble() < 0.2;
        var code = up ? further ? "99215" : "99214" : further ? "99212" : "99213";
        var modifiers = random.nextDouble() < 0.1 ? List.of("25") : List.<String>of();
        return signed(id, date, coder, code, 1, modifiers);
    }

    private static CodingCase signed(
            String id,
            LocalDate date,
            String coder,
            String code,
            int units,
            List<String> modifiers) {
        var procedure = Code.of(CodeSystem.CPT, code);
        var line =
                new Answer.Line(
                        new ChosenLine(procedure, units, modifiers), "suggest", 0.9, "", List.of());
        var answer =
                new Answer(
                        id,
                        NOON,
                        coder,
                        "0".repeat(64),
                        date,
                        "medicare",
                        "medicine",
                        "",
                        "11",
                        "office_visit",
                        code,
                        "auto",
                        List.of(),
                        Answer.Visibility.SHOWN,
                        List.of(line),
                        List.of());
        return CodingCase.of(answer)
                .decide(
                        new CaseEvent.Decided(
                                id + "a", id, NOON, coder, new CoderAction.Accept(procedure), 5))
                .decide(
                        new CaseEvent.Decided(
                                id + "s", id, NOON, coder, new CoderAction.Sign(), 5));
    }
}
