package dev.superbill.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IntervalTest {
    private static final Tally RIGHT = new Tally(1, 0, 0);
    private static final Tally WRONG = new Tally(0, 1, 1);

    private static List<Tally> half(int notes) {
        return IntStream.range(0, notes).mapToObj(i -> i % 2 == 0 ? RIGHT : WRONG).toList();
    }

    @Test
    void notesThatAreAlikeLeaveNoDoubt() {
        assertThat(Interval.ofF1(Collections.nCopies(20, RIGHT))).isEqualTo(new Interval(1, 1, 1));
    }

    @Test
    void moreNotesLeaveLessDoubt() {
        var few = Interval.ofF1(half(20));
        var many = Interval.ofF1(half(2000));

        assertThat(few.value()).isEqualTo(0.5);
        assertThat(few.low()).isLessThan(many.low());
        assertThat(many.low()).isLessThan(0.5);
        assertThat(many.high()).isGreaterThan(0.5).isLessThan(few.high());
    }

    /// The share of successes of 100 notes has a standard error of 0.05.
    @Test
    void theIntervalIsThatOfTheBinomial() {
        var interval = Interval.ofF1(half(100));

        assertThat(interval.low()).isBetween(0.38, 0.42);
        assertThat(interval.high()).isBetween(0.58, 0.62);
    }

    @Test
    void theSameNotesHaveTheSameInterval() {
        assertThat(Interval.ofF1(half(30))).isEqualTo(Interval.ofF1(half(30)));
    }

    @Test
    void aDifferenceIsDrawnInPairs() {
        assertThat(Interval.ofDifference(half(30), half(30))).isEqualTo(new Interval(0, 0, 0));
        assertThat(
                        Interval.ofDifference(
                                Collections.nCopies(3, RIGHT), Collections.nCopies(3, WRONG)))
                .isEqualTo(new Interval(1, 1, 1));
    }

    @Test
    void answersToOtherNotesAreNoPairs() {
        var one = Stream.of(RIGHT).toList();

        assertThatIllegalArgumentException().isThrownBy(() -> Interval.ofDifference(one, half(2)));
    }
}
