package dev.superbill.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.evaluation.Confusion.Slip;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionTest {
    @Test
    void aMissedCodeGoesWithAWrongOneOfItsThreeDigits() {
        assertThat(Confusion.slips(Judged.marking("45385 20610", "45380 47562", "")))
                .containsExactlyInAnyOrder(
                        new Slip.Swapped("45380", "45385"),
                        new Slip.Wrong("20610"),
                        new Slip.Missed("47562"));
    }

    @Test
    void eachCodeIsUsedOnceInOrder() {
        assertThat(Confusion.slips(Judged.marking("45390 45388 45391", "45380 45381", "")))
                .containsExactlyInAnyOrder(
                        new Slip.Swapped("45380", "45388"),
                        new Slip.Swapped("45381", "45390"),
                        new Slip.Wrong("45391"));
    }

    @Test
    void rightAndAllowedCodesAreNoSlips() {
        assertThat(Confusion.slips(Judged.marking("45380 45385", "45380", "45385"))).isEmpty();
        assertThat(Confusion.slips(Judged.marking("", "", ""))).isEmpty();
    }

    @Test
    void theCostliestComesFirstAndEqualOnesInOrder() {
        var notes =
                List.of(
                        Judged.note("a", "45380", "", "45385 0.9"),
                        Judged.note("b", "", "", "30000 0.9"),
                        Judged.note("c", "20000", ""),
                        Judged.note("d", "20000", ""),
                        Judged.note("e", "20000", ""));

        assertThat(Confusion.of(notes))
                .containsExactly(
                        new Confusion(new Slip.Missed("20000"), List.of("c", "d", "e")),
                        new Confusion(new Slip.Swapped("45380", "45385"), List.of("a")),
                        new Confusion(new Slip.Wrong("30000"), List.of("b")));
        assertThat(Confusion.of(notes)).extracting(Confusion::errors).containsExactly(3, 2, 1);
    }
}
