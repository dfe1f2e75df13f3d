package dev.superbill.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.superbill.codeset.FlatFile;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconTest {
    private static final CodeBook.Compiled BOOK =
            new CodeBook()
                    .says("00001", "turn of the widget")
                    .says("00002", "widget")
                    .says("00003", "turn widget sprocket")
                    .says("00004", "widget sprocket")
                    .says("00005", "lub*")
                    .says("00006", "lubric* joint")
                    .says("00007", "lubricant")
                    .says("00008", "x ray w wo dye")
                    .says("00009", "x ray without dye")
                    .says("00010", "x ray with dye")
                    .says("00011", "oil + gear")
                    .says("00012", "oil & gear")
                    .says("00013", "oil + gear & rust")
                    .says("00014", "2.5 cm")
                    .says("00015", "bilaterally")
                    .says("00016", "biops*")
                    .compile();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    turn widget                                    | 00001 00002
                    turned widget                                  | 00002
                    Turn the WIDGETS                               | 00001 00002
                    turn of his left widget                        | 00001 00002
                    turn the widget's sprocket                     | 00001 00002 00003 00004
                    turn the widget\u2019s sprocket                | 00001 00002 00003 00004
                    widget sprocket                                | 00002 00004
                    turn big widget                                | 00002
                    turn. widget                                   | 00002
                    turn; widget                                   | 00002
                    turn? Widget                                   | 00002
                    turn\\nthe widget                              | 00001 00002
                    turn\\r\\nof the widget                        | 00001 00002
                    turn of the\\n\\nwidget                        | 00002
                    turn\\nWidget                                  | 00002
                    turn,\\nWidget                                 | 00001 00002
                    turn\\n- widget                                | 00002
                    turn\\n2 widget                                | 00002
                    turn-widget/sprocket                           | 00001 00002 00003 00004
                    lubrication                                    | 00005
                    lubrication of the joint                       | 00005 00006
                    lubricant joint                                | 00005 00006 00007
                    lubed joint                                    | 00005
                    lu                                             | ~~
                    x ray with dye                                 | 00010
                    x ray without dye                              | 00009
                    x ray with and without dye                     | 00008
                    x ray with, and without, dye                   | 00008
                    x ray and without dye                          | 00009
                    oil the gear                                   | 00011 00012
                    gear was given much good clean new oil         | 00011 00012
                    oil was seen. gear was not                     | 00012
                    gear was not. oil was seen                     | 00012
                    oil the gear. rust was seen                    | 00011 00012 00013
                    oil was seen. gear and rust were not           | 00012
                    oil                                            | ~~
                    2.5 cm                                         | 00014
                    2.50 cm                                        | ~~
                    2. 5 cm                                        | ~~
                    2.5cm                                          | 00014
                    12.5 cm                                        | ~~
                    turned bilaterally                             | 00015
                    biopsy                                         | 00016
                    biopsies were taken                            | 00016
                    """)
    void phrasesAndExpressionsAreFoundWhereTheyStand(String text, String codes) {
        var expected = codes.isEmpty() ? List.<String>of() : Arrays.asList(codes.split(" ", -1));

        assertThat(BOOK.triggered(text.translateEscapes())).containsExactlyElementsOf(expected);
    }

    @Test
    void noPhraseReachesOverASection() {
        assertThat(BOOK.triggered("FINDINGS: turn\nIMPRESSION: widget")).containsExactly("00002");
    }

    @Test
    void aFillerAtTheEndOfAWordIsNoFiller() {
        assertThat(BOOK.triggered("turn off widget")).containsExactly("00002");
    }

    @Test
    void aVeryLongWordIsReadWithoutHarm() {
        assertThat(BOOK.triggered("z".repeat(5_000) + " widget")).containsExactly("00002");
    }

    @Test
    void aSentenceOfManyWordsIsReadWhole() {
        var text = "gear " + "word ".repeat(3_000) + "oil";

        assertThat(BOOK.triggered(text)).containsExactly("00011", "00012");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "of the", "oil +", "+ oil", "oil & ", "ab*", "oil | gear"})
    void anExpressionThatCannotBeReadIsRefused(String text) {
        var builder = new LexiconBuilder();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.expression(0, Role.SAYS, 0, -1, text));
    }

    @Test
    void anExpressionKeepsEveryField() {
        var builder = new LexiconBuilder();
        builder.expression(7, Role.UNLESS, 2, 5, "oil of the gear + rust & widget");
        builder.concept(Concept.SIGNATURE, "signed");
        var file = new FlatFile.Builder();
        builder.writeTo(file);
        var lexicon = Lexicon.open(FlatFile.open(ByteBuffer.wrap(file.toBytes())));

        var expression = lexicon.expression(0);

        assertThat(lexicon.expressions()).isEqualTo(2);
        assertThat(lexicon.phrases()).isEqualTo(4);
        assertThat(expression.number()).isZero();
        assertThat(expression.owner()).isEqualTo(7);
        assertThat(expression.role()).isEqualTo(Role.UNLESS);
        assertThat(expression.group()).isEqualTo(2);
        assertThat(expression.target()).isEqualTo(5);
        assertThat(expression.words()).isEqualTo(4);
        assertThat(expression.clauses()).isDeepEqualTo(clauses());
        assertThat(lexicon.expression(1).owner()).isEqualTo(-1 - Concept.SIGNATURE.ordinal());
    }

    private static int[][] clauses() {
        return new int[][] {{0, 1}, {2}};
    }

    @Test
    void aFileWithoutLexiconIsRefused() {
        var empty = FlatFile.open(ByteBuffer.wrap(new FlatFile.Builder().toBytes()));

        assertThatIllegalArgumentException().isThrownBy(() -> Lexicon.open(empty));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theAutomatonFindsWhatAPlainSearchFinds(long seed) {
        var random = new Random(seed);
        var phrases = random.ints(20, 0, 3).mapToObj(n -> words(random, n + 1)).distinct().toList();
        var book = new CodeBook();
        for (int i = 0; i < phrases.size(); i++) {
            book.says(code(i), phrases.get(i));
        }
        var compiled = book.compile();
        for (int run = 0; run < 50; run++) {
            var text = words(random, 12);
            var expected =
                    phrases.stream()
                            .filter(phrase -> (" " + text + " ").contains(" " + phrase + " "))
                            .map(phrase -> code(phrases.indexOf(phrase)))
                            .toList();

            assertThat(compiled.triggered(text)).containsExactlyElementsOf(expected);
        }
    }

    private static String code(int number) {
        return String.valueOf(10_000 + number);
    }

    private static String words(Random random, int count) {
        return random.ints(count, 0, 4)
                .mapToObj(n -> List.of("red", "blue", "green", "grey").get(n))
                .collect(Collectors.joining(" "));
    }
}
