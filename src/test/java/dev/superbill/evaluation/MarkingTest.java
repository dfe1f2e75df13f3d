package dev.superbill.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.superbill.evaluation.Marking.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # said              | must        | may   | right | wrong | missed | exact
                    ''                  | ''          | ''    | 0     | 0     | 0      | true
                    ''                  | 10000       | ''    | 0     | 0     | 1      | false
                    10000               | ''          | ''    | 0     | 1     | 0      | false
                    10000               | 10000       | ''    | 1     | 0     | 0      | true
                    10000               | ''          | 10000 | 0     | 0     | 0      | true
                    10000 20000         | 10000       | 20000 | 1     | 0     | 0      | true
                    20000               | 10000       | 20000 | 0     | 0     | 1      | false
                    10000 20000 30000   | 10000 40000 | 20000 | 1     | 1     | 1      | false
                    10000               | 10000       | 10000 | 1     | 0     | 0      | true
                    """)
    void codesAreCounted(
            String said, String must, String may, int right, int wrong, int missed, boolean exact) {
        var marking = Judged.marking(said, must, may);

        assertThat(marking.tally()).isEqualTo(new Tally(right, wrong, missed));
        assertThat(marking.exact()).isEqualTo(exact);
    }

    @Test
    void categoriesAreTheFirstThreeCharactersOnce() {
        var categories = Judged.marking("45380 45385 K", "45378", "K80").categories();

        assertThat(categories).isEqualTo(Judged.marking("453 K", "453", "K80"));
    }

    @Test
    void aCodeThatIsDueAndAllowedIsDue() {
        var marking = Judged.marking("", "1", "1 2");

        assertThat(marking.mark("1")).isEqualTo(Mark.RIGHT);
        assertThat(marking.mark("2")).isEqualTo(Mark.ALLOWED);
        assertThat(marking.mark("3")).isEqualTo(Mark.WRONG);
    }

    @Test
    void onlySomeCodesCanBeLookedAt() {
        assertThat(Judged.marking("1 2", "2 3", "1").where(code -> !code.equals("2")))
                .isEqualTo(Judged.marking("1", "3", "1"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, 0, 0",
        "0, 3, 0, 0, 0, 0",
        "0, 0, 3, 0, 0, 0",
        "2, 0, 0, 1, 1, 1",
        "2, 2, 1, 0.5, 0.666667, 0.571429"
    })
    void figuresFollowFromCounts(
            int right, int wrong, int missed, double precision, double recall, double f1) {
        var tally = new Tally(right, wrong, missed);

        assertThat(tally.precision()).isEqualTo(precision, within(1e-6));
        assertThat(tally.recall()).isEqualTo(recall, within(1e-6));
        assertThat(tally.f1()).isEqualTo(f1, within(1e-6));
    }
}
