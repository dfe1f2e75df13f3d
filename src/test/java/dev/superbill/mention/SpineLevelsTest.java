package dev.superbill.mention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.note.Span;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpineLevelsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    at L4-L5                         | 1 | 1 | 2
                    at L4-5 and L5-S1                | 2 | 2 | 3
                    at L4/5                          | 1 | 1 | 2
                    at L3-S1                         | 3 | 3 | 4
                    from L3 to S1                    | 3 | 3 | 4
                    at C5-6, C6-7                    | 2 | 2 | 3
                    at C5-C6-C7                      | 2 | 2 | 3
                    at C7-T1                         | 1 | 1 | 2
                    at T12 through L2                | 2 | 2 | 3
                    at L5-1                          | 1 | 1 | 2
                    C4, C5, C6 and C7                | 3 | 4 | 4
                    at L5                            | 0 | 1 | 0
                    C5-6, and again C5-C6            | 1 | 1 | 2
                    a three-level fusion             | 3 | 3 | 4
                    two levels                       | 2 | 2 | 3
                    no level                         | 0 | 0 | 0
                    S3-L4                            | 0 | 1 | 0
                    C9                               | 0 | 0 | 0
                    """)
    void interspacesLevelsAndVertebraeAreCounted(
            String text, int interspaces, int levels, int vertebrae) {
        var read = new SpineLevels();
        read.read(text, new Span(0, text.length()));

        assertThat(value(read.interspaces())).isEqualTo(interspaces);
        assertThat(value(read.levels())).isEqualTo(levels);
        assertThat(value(read.vertebrae())).isEqualTo(vertebrae);
    }

    private static int value(Optional<Measure> measure) {
        return measure.map(told -> (int) told.value()).orElse(0);
    }
}
