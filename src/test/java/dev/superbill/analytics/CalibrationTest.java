package dev.superbill.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.superbill.analytics.Calibration.Judged;
import dev.superbill.analytics.Calibration.Truth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "0.0999, 0", "0.1, 1", "0.55, 5", "0.9, 9", "1, 9"})
    void aLineGoesIntoTheBinOfItsConfidence(double confidence, int bin) {
        var bins = Calibration.of(List.of(new Judged(confidence, Truth.RIGHT))).bins();

        assertThat(bins).hasSize(10);
        assertThat(bins.get(bin).lines()).isEqualTo(1);
        assertThat(bins.stream().mapToInt(Calibration.Bin::lines).sum()).isEqualTo(1);
    }

    /// Bin 8: mean confidence 0.85, half right, two lines; bin 2: 0.2 and right, one line.
    @Test
    void theErrorIsTheMeanDistance() {
        var calibration =
                Calibration.of(
                        List.of(
                                new Judged(0.8, Truth.RIGHT),
                                new Judged(0.89, Truth.WRONG),
                                new Judged(0.2, Truth.RIGHT)));

        assertThat(calibration.error()).isEqualTo((2 * 0.345 + 0.8) / 3, within(1e-9));
        assertThat(calibration.bins().get(8).right()).isEqualTo(0.5);
        double squares = 0.04 + 0.7921 + 0.64;
        assertThat(calibration.brier()).isEqualTo(squares / 3, within(1e-9));
        double constant = 2 * (1.0 / 9) + 4.0 / 9;
        assertThat(calibration.brierSkill()).isEqualTo(1 - squares / constant, within(1e-9));
    }

    @Test
    void noLinesAndAlikeLinesHaveNoSkill() {
        assertThat(Calibration.of(List.of()).error()).isZero();
        assertThat(Calibration.of(List.of()).brierSkill()).isZero();
        assertThat(Calibration.of(List.of(new Judged(0.5, Truth.RIGHT))).brierSkill()).isZero();
    }
}
