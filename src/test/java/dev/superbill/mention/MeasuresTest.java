package dev.superbill.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.superbill.note.Span;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuresTest {
    private static final double EXACT = 1e-6;

    private static Span whole(String text) {
        return new Span(0, text.length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a 1.2 cm lesion                  | 1.2
                    a 12 mm lesion                   | 1.2
                    a 12-mm lesion                   | 1.2
                    measuring 3 x 2 cm               | 3
                    measuring 2 cm x 3 cm            | 3
                    measuring 3 x 2 x 4.5 centimeters| 4.5
                    4 mm by 9 mm                     | 0.9
                    1 cm to 12 mm                    | 1.2
                    1-2 cm                           | 2
                    one half of 1/2 cm               | 0.5
                    1 1/2 cm long                    | 1.5
                    .5 cm                            | 0.5
                    two inches                       | 5.08
                    pressure of 20 mmHg              | -1
                    pressure of 20 mm Hg             | -1
                    15 x 18 sq cm                    | -1
                    blade 15 was used                | -1
                    270 cm2                          | -1
                    """)
    void theGreatestDimensionIsReadInCentimetres(String text, double expected) {
        var greatest =
                Measures.extents(text, whole(text)).stream().mapToDouble(Extent::greatest).max();

        assertThat(greatest.orElse(-1)).isCloseTo(expected, within(EXACT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a wound of 15 x 18 cm            | 270
                    270 sq cm                        | 270
                    270 sq. cm                       | 270
                    25 square centimeters            | 25
                    25 cm2                           | 25
                    9.0 x 5 x 2 cm deep              | 45
                    20 mm x 30 mm                    | 6
                    a wound of 4 cm                  | -1
                    """)
    void anAreaIsReadOrMultiplied(String text, double expected) {
        assertThat(first(Measures.areas(text, whole(text)))).isCloseTo(expected, within(EXACT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    three lesions                    | 3
                    3 actinic keratotic lesions      | 3
                    lesions x 4                      | 4
                    lesions x4                       | 4
                    lesions, four in number          | 4
                    lesions #4                       | 4
                    both lesions                     | 2
                    a single lesion                  | 1
                    a 3 mm lesion                    | -1
                    lesions of the back              | -1
                    """)
    void whatIsCountedIsCounted(String text, double expected) {
        var nouns = Pattern.compile("\\blesions?\\b");

        assertThat(first(Measures.counts(text, whole(text), nouns))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    three views of the wrist         | 3
                    3-view knee                      | 3
                    two standard radiographic views  | 2
                    single view                      | 1
                    PA and lateral chest             | 2
                    AP, lateral and oblique          | 3
                    AP, lateral and both obliques    | 4
                    AP, lateral, obliques            | 4
                    AP, lateral and sunrise          | 3
                    lateral with flexion             | -1
                    AP                               | -1
                    lateral malleolus                | -1
                    """)
    void projectionsAreCounted(String text, double expected) {
        assertThat(first(Measures.views(text, whole(text)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    45 minutes of therapy            | 45
                    a 50-minute session              | 50
                    41-60 minutes                    | 60
                    1 hour and 20 minutes            | 80
                    1.5 hours                        | 90
                    two hours                        | 120
                    45 years                         | -1
                    """)
    void timesAreReadInMinutes(String text, double expected) {
        assertThat(first(Measures.minutes(text, whole(text)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    the uterus weighed 310 g         | 310
                    the uterus weighed 1,250 grams   | 1250
                    a 180-gram uterus                | 180
                    10 oz                            | 283.5
                    2 mg                             | -1
                    """)
    void weightsAreReadInGrams(String text, double expected) {
        assertThat(first(Measures.grams(text, whole(text)))).isCloseTo(expected, within(EXACT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    20 weeks                         | 20
                    13 weeks 6 days                  | 13.857
                    14 weeks, 0 days                 | 14
                    13w6d                            | 13.857
                    12 3/7 weeks                     | 12.429
                    """)
    void gestationalAgeIsReadInWeeks(String text, double expected) {
        assertThat(first(Measures.weeks(text, whole(text)))).isCloseTo(expected, within(0.001));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    both lower extremities                                | 2
                    right upper extremity                                 | 1
                    the right upper and lower extremities                 | 2
                    the right upper extremity and left lower extremity    | 2
                    all four extremities                                  | 4
                    left arm and leg                                      | 2
                    the extremity                                         | -1
                    """)
    void limbsAreCountedWithTheirSides(String text, double expected) {
        assertThat(first(Measures.limbs(text, whole(text)))).isEqualTo(expected);
    }

    private static double first(List<Measure> measures) {
        return measures.isEmpty() ? -1 : measures.getFirst().value();
    }
}
