package dev.superbill.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.superbill.analytics.Share;
import dev.superbill.evaluation.Comparison.Change;
import dev.superbill.evaluation.Comparison.Side;
import dev.superbill.evaluation.Evaluation.Against;
import dev.superbill.evaluation.Figures.Latency;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final Against NOTHING = new Against(Set.of(), List.of());

    private static JudgedNote typed(String id, String type, String specialty, String must) {
        var label =
                new NoteLabel(
                        id,
                        new NoteLabel.Codes(Judged.codes(must), Set.of()),
                        new NoteLabel.Codes(Set.of(), Set.of()),
                        type.isEmpty() ? List.of() : List.of(type),
                        List.of(),
                        List.of(),
                        specialty.isEmpty() ? List.of() : List.of(specialty.split(",", -1)));
        return JudgedNote.of(label, CodedNote.refused(1), "");
    }

    @Test
    void figuresOfNotesAreSums() {
        var figures =
                Figures.of(
                        List.of(
                                Judged.note("a", "1 2", "", "1 0.9", "3 0.8"),
                                Judged.note("b", "4", "5", "4 0.7", "5 0.6"),
                                Judged.note("c", "", "")));

        assertThat(figures.procedures()).isEqualTo(new Tally(2, 1, 1));
        assertThat(figures.suggested()).isEqualTo(new Tally(0, 0, 3));
        assertThat(figures.exact()).isEqualTo(new Share(2, 3));
        assertThat(figures.amongTen()).isEqualTo(new Share(2, 3));
        assertThat(figures.routedAuto()).isEqualTo(new Share(0, 3));
        assertThat(figures.values()).contains(entry("cpt.f1", 2.0 / 3), entry("icd.f1", 0.0));
        assertThat(figures.counts()).contains(entry("notes", 3), entry("cpt.missed", 1));
    }

    @Test
    void noNotesHaveFiguresOfNothing() {
        assertThat(Figures.of(List.of()).values().values()).containsOnly(0.0);
    }

    @Test
    void percentilesAreTakenAtTheirPlace() {
        var notes = new ArrayList<JudgedNote>();
        for (int i = 10; i >= 1; i--) {
            notes.add(JudgedNote.of(Judged.label("n", "", ""), CodedNote.refused(i), ""));
        }

        assertThat(Latency.of(notes)).isEqualTo(new Latency(6, 10, 10));
        assertThat(Latency.of(notes.subList(0, 1))).isEqualTo(new Latency(10, 10, 10));
    }

    @Test
    void aNoteCountsInEachOfItsSpecialties() {
        var evaluation =
                Evaluation.of(
                        List.of(
                                typed("a", "operative", "Urology,Surgery", "1"),
                                typed("b", "operative", "Surgery", "1"),
                                typed("c", "", "", "1")),
                        _ -> "",
                        NOTHING);

        assertThat(evaluation.specialties())
                .extracting(NoteGroup::name, group -> group.figures().notes())
                .containsExactly(tuple("Surgery", 2), tuple("", 1), tuple("Urology", 1));
        assertThat(evaluation.noteTypes())
                .extracting(NoteGroup::name)
                .containsExactly("operative", "");
    }

    @Test
    void codesAreGroupedByFamilyAndByTraining() {
        var evaluation =
                Evaluation.of(
                        List.of(
                                Judged.note("a", "11 12 21", "22", "11 0.9", "22 0.9", "23 0.9"),
                                Judged.note("b", "11", "", "11 0.9")),
                        code -> code.substring(0, 1),
                        new Against(Set.of("11"), List.of()));

        assertThat(evaluation.families())
                .containsExactly(
                        new CodeGroup("1", 2, new Tally(2, 0, 1), new Tally(0, 0, 3)),
                        new CodeGroup("2", 1, new Tally(0, 1, 1), new Tally(0, 0, 1)));
        assertThat(evaluation.training())
                .containsExactly(
                        new CodeGroup("seen", 2, new Tally(2, 0, 0), new Tally(0, 0, 2)),
                        new CodeGroup("unseen", 1, new Tally(0, 1, 2), new Tally(0, 0, 2)));
    }

    @Test
    void theDifferenceIsToldWhereLookupWasRunToo() {
        var notes = List.of(Judged.note("a", "1", "", "1 0.9"));
        var lookup = List.of(Judged.note("a", "1", ""));

        assertThat(Evaluation.of(notes, _ -> "", NOTHING).intervals())
                .containsExactly(new Interval(1, 1, 1));
        assertThat(Evaluation.of(notes, _ -> "", new Against(Set.of(), lookup)).intervals())
                .containsExactly(new Interval(1, 1, 1), new Interval(1, 1, 1));
    }

    @Test
    void noNotesAreNoEvaluation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evaluation.of(List.of(), _ -> "", NOTHING));
    }

    @Test
    void twoEvaluationsAreComparedByFigureAndByNote() {
        var before =
                new Side(
                        Map.of("cpt.f1", 0.5, "gone", 1.0),
                        Map.of("a", true, "b", false, "c", true, "x", true));
        var now =
                new Side(
                        Map.of("cpt.f1", 0.75, "new", 1.0),
                        Map.of("a", false, "b", true, "c", true, "y", true, "z", false));
        var comparison = Comparison.of(before, now);

        assertThat(comparison.changes()).containsExactly(new Change("cpt.f1", 0.5, 0.75));
        assertThat(comparison.changes().getFirst().difference()).isEqualTo(0.25);
        assertThat(comparison.becameRight()).containsExactly("b");
        assertThat(comparison.becameWrong()).containsExactly("a");
        assertThat(comparison.added()).isEqualTo(2);
        assertThat(comparison.dropped()).isEqualTo(1);
    }
}
