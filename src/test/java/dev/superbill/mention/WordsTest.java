package dev.superbill.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    Widget                  | widget
                    WIDGETS                 | widget
                    biopsies                | biopsy
                    ties                    | tie
                    branches                | branch
                    brushes                 | brush
                    masses                  | mass
                    boxes                   | box
                    mass                    | mass
                    pelvis                  | pelvis
                    uterus                  | uterus
                    gas                     | gas
                    legs                    | leg
                    patient's widget        | patient widget
                    2.5 cm                  | 2.5 cm
                    T1                      | t1
                    peg/tube                | peg tube
                    x-ray: chest, two views | x ray chest two view
                    turn of the widget      | turn widget
                    left widget             | widget
                    both bilateral widgets  | widget
                    widget*                 | widget*
                    2*                      | 2*
                    """)
    void aPhraseIsCutIntoItsContentWords(String phrase, String words) {
        assertThat(Words.of(phrase)).containsExactlyElementsOf(Arrays.asList(words.split(" ", -1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wid(get)", "don't", "widget; sprocket", "*", "wid_get"})
    void aPhraseOfOtherCharactersIsRefused(String phrase) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Words.of(phrase))
                .withMessageContaining(phrase);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "of the", "left", "with and"})
    void aPhraseWithoutContentWordIsRefused(String phrase) {
        assertThatIllegalArgumentException().isThrownBy(() -> Words.of(phrase));
    }

    @ParameterizedTest
    @CsvSource({"2.5 cm, 3", "2. Next, 1", "2.x, 1", "a2.5, 2", "abc, 3", "'.5', 0", "12, 2"})
    void aDecimalNumberIsOneWord(String text, int end) {
        assertThat(Words.wordEnd(text, 0)).isEqualTo(end);
    }

    @Test
    void steppingThroughAWordGivesItsHash() {
        long hash = Words.start();
        for (char c : "widget".toCharArray()) {
            hash = Words.step(hash, c);
        }

        assertThat(hash).isEqualTo(Words.hash("widget"));
    }
}
