package dev.superbill.section;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    THE WIDGET WAS GRASPED WITH THE FORCEPS AND THE LONG\\nSPROCKET WAS OILED      | false
                    THE WIDGET WAS GRASPED WITH THE FORCEPS AND THE LONG\\n\\nSPROCKET WAS OILED   | true
                    THE WIDGET WAS GRASPED WITH THE FORCEPS AND THE LONG\\n- SPROCKET WAS OILED    | true
                    THE WIDGET WAS GRASPED WITH THE FORCEPS AND THE LONG\\n1. SPROCKET WAS OILED   | true
                    THE WIDGET WAS GRASPED WITH THE FORCEPS AND THE LONG\\n70. SPROCKET WAS OILED  | false
                    THE WIDGET WAS GRASPED WITH THE FORCEPS AND THE LONG\\nFINDINGS: A SPROCKET    | true
                    WORN WIDGET\\nSPROCKET                                                         | true
                    The widget was grasped and the sprocket\\nwas oiled                            | false
                    Worn widget\\nSprocket                                                         | true
                    Worn widget,\\nSprocket                                                        | false
                    Worn widget\\r\\nSprocket                                                      | true
                    """)
    void aLineEndsASentenceWhereItsAuthorMeantItTo(String escaped, boolean ends) {
        var text = escaped.translateEscapes();
        var sentences = Sentences.of(text);
        int lineBreak = text.indexOf('\n');

        assertThat(sentences.endsAt(lineBreak, text.length())).isEqualTo(ends);
    }

    @ParameterizedTest
    @CsvSource({"80", "72", "60"})
    void aColumnEndsNoSentence(int columns) {
        var paragraph =
                "the widget was seen by Dr. Whitcombe on the MRI of May and CT of June with 3"
                        + " sprockets and a bolt (M6) that had come loose in the Left housing of the"
                        + " Old engine before the Monday on which it was to be Oiled and closed,"
                        + " after which the lid of the box was put back, the four screws were"
                        + " turned home and the whole was wiped with a dry cloth";
        var text = wrapped(paragraph, columns);
        var sentences = Sentences.of(text);

        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            assertThat(sentences.endsAt(at, text.length())).isFalse();
        }
    }

    private static String wrapped(String text, int columns) {
        var wrapped = new StringBuilder();
        int column = 0;
        for (var word : text.split(" ", -1)) {
            boolean fits = column + 1 + word.length() <= columns;
            wrapped.append(column == 0 ? "" : fits ? " " : "\n").append(word);
            column = column > 0 && fits ? column + 1 + word.length() : word.length();
        }
        return wrapped.toString();
    }
}
