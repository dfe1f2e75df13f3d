package dev.superbill.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurvePointTest {
    @Test
    void equalConfidencesAreOnePoint() {
        var note = Judged.note("n", "1 2 3", "", "1 0.9", "7 0.5", "2 0.5", "8 0.1");

        assertThat(CurvePoint.of(List.of(note)))
                .containsExactly(
                        new CurvePoint(0.9, 1, 1, 1.0 / 3),
                        new CurvePoint(0.5, 3, 2.0 / 3, 2.0 / 3),
                        new CurvePoint(0.1, 4, 0.5, 2.0 / 3));
    }

    @Test
    void anAllowedCodeIsNeitherRightNorWrong() {
        assertThat(CurvePoint.of(List.of(Judged.note("n", "1", "2", "2 0.9", "1 0.5"))))
                .containsExactly(new CurvePoint(0.5, 1, 1, 1));
    }

    @Test
    void aCodeCountsOnceANoteWithItsHighestConfidence() {
        var notes =
                List.of(
                        Judged.note("a", "1", "", "1 0.5", "1 0.9"),
                        Judged.note("b", "1", "", "1 0.9"));

        assertThat(CurvePoint.of(notes)).containsExactly(new CurvePoint(0.9, 2, 1, 1));
    }

    @Test
    void nothingAnsweredIsNoCurve() {
        assertThat(CurvePoint.of(List.of(Judged.note("n", "1", "")))).isEmpty();
    }
}
