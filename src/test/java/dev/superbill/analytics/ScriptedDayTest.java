package dev.superbill.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.workqueue.CodingCase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A day of 500 notes: the figures against counters that were kept while the day was made up.
class ScriptedDayTest {
    private static final Instant NOW = ScriptedDay.MORNING.plusSeconds(200_000);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theFiguresAreThoseCountedAlongTheWay(long seed) {
        var day = ScriptedDay.of(seed, 500);
        var counted = counted(day.cases());

        assertThat(counted).isEqualTo(withoutZeros(day.tally()));
        assertThat(counted.get("signed")).isGreaterThan(250);
        assertThat(counted.get("denials")).isGreaterThan(20);
        assertThat(counted.keySet())
                .contains(
                        "cause.overridden.lines",
                        "cause.person.lines",
                        "cause.gap.lines",
                        "cause.administrative.lines",
                        "cause.unknown.lines");
    }

    @Test
    void theOrderOfCasesDoesNotMatter() {
        var cases = ScriptedDay.of(9, 500).cases();
        var shuffled = new ArrayList<>(cases);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(Agreement.of(shuffled)).isEqualTo(Agreement.of(cases));
        assertThat(Reliability.of(shuffled)).isEqualTo(Reliability.of(cases));
        assertThat(Workload.of(shuffled, NOW)).isEqualTo(Workload.of(cases, NOW));
        assertThat(DenialReport.of(shuffled)).isEqualTo(DenialReport.of(cases));
        assertThat(Pilot.of(shuffled)).isEqualTo(Pilot.of(cases));
        assertThat(PolicyProposal.of(shuffled, 1, 2)).isEqualTo(PolicyProposal.of(cases, 1, 2));
        assertThat(CategoryThreeExport.of(shuffled)).isEqualTo(CategoryThreeExport.of(cases));
        assertThat(SoftwareInventory.of(shuffled)).isEqualTo(SoftwareInventory.of(cases));
    }

    /// What groups hold adds up to all that there is.
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void countsAddUp(long seed) {
        var cases = ScriptedDay.of(seed, 300).cases();
        var agreement = Agreement.of(cases);

        for (var groups :
                List.of(
                        agreement.byDecision(),
                        agreement.byCode(),
                        agreement.bySpecialty(),
                        agreement.byPayer(),
                        agreement.byCoder())) {
            var sum =
                    groups.stream().map(Agreement.Group::accepted).reduce(Share.NONE, Share::plus);
            assertThat(sum).isEqualTo(agreement.accepted());
        }
        var reliability = Reliability.of(cases);
        assertThat(reliability.accepted().bins().stream().mapToInt(Calibration.Bin::lines).sum())
                .isEqualTo(agreement.accepted().of());
        var workload = Workload.of(cases, NOW);
        assertThat(workload.signed().notes() + workload.untimed()).isEqualTo(agreement.signed());
        assertThat(workload.ages().stream().mapToInt(Workload.Age::cases).sum())
                .isEqualTo(workload.open() + workload.queried());
        assertThat(agreement.signed() + workload.open() + workload.queried())
                .isEqualTo(cases.size());
        var denials = DenialReport.of(cases);
        assertThat(denials.byCause().stream().mapToLong(DenialReport.Group::amountCents).sum())
                .isEqualTo(denials.amountCents());
    }

    /// The figures under the tally's keys; counts of 0 are left out of both.
    private static SortedMap<String, Long> counted(List<CodingCase> cases) {
        var agreement = Agreement.of(cases);
        var workload = Workload.of(cases, NOW);
        var denials = DenialReport.of(cases);
        var counted = new TreeMap<String, Long>();
        counted.put("signed", (long) agreement.signed());
        counted.put("lines", (long) agreement.accepted().of());
        counted.put("accepted", (long) agreement.accepted().hits());
        counted.put("codeKept", (long) agreement.codeKept().hits());
        counted.put("unchanged", (long) agreement.unchanged().hits());
        counted.put("added", (long) agreement.added());
        put(counted, "decision", agreement.byDecision());
        put(counted, "code", agreement.byCode());
        put(counted, "rule", agreement.byRule());
        put(counted, "specialty", agreement.bySpecialty());
        put(counted, "payer", agreement.byPayer());
        put(counted, "coder", agreement.byCoder());
        for (var overrides : agreement.byReason()) {
            var name = "reason." + overrides.reason().label();
            counted.put(name + ".changed", (long) overrides.changed());
            counted.put(name + ".rejected", (long) overrides.rejected());
            counted.put(name + ".added", (long) overrides.added());
        }
        counted.put("seconds", workload.signed().total());
        counted.put("timed", (long) workload.signed().notes());
        counted.put("untimed", (long) workload.untimed());
        counted.put("open", (long) workload.open());
        counted.put("queried", (long) workload.queried());
        counted.put("denials", (long) denials.denials());
        counted.put("deniedCases", (long) denials.deniedCases().hits());
        counted.put("amountCents", denials.amountCents());
        for (var group : denials.byReason()) {
            counted.put("carc." + group.name() + ".lines", (long) group.lines());
            counted.put("carc." + group.name() + ".cents", group.amountCents());
        }
        for (var group : denials.byCause()) {
            counted.put("cause." + group.name() + ".lines", (long) group.lines());
        }
        return withoutZeros(counted);
    }

    private static void put(
            SortedMap<String, Long> counted, String kind, List<Agreement.Group> groups) {
        for (var group : groups) {
            var name = kind + '.' + group.name();
            counted.put(name + ".of", (long) group.accepted().of());
            counted.put(name + ".accepted", (long) group.accepted().hits());
            counted.put(name + ".changed", (long) group.changed());
            counted.put(name + ".rejected", (long) group.rejected());
        }
    }

    private static SortedMap<String, Long> withoutZeros(SortedMap<String, Long> counts) {
        var left = new TreeMap<>(counts);
        left.values().removeIf(count -> count == 0);
        return left;
    }
}
