package dev.superbill.adapter.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordPieceTest {
    private static final List<String> PIECES =
            List.of(
                    "[PAD]",
                    "[UNK]",
                    "[CLS]",
                    "[SEP]",
                    "[MASK]",
                    "gall",
                    "##stone",
                    "##s",
                    "a",
                    "##b",
                    "ab",
                    "'",
                    "\"",
                    "-",
                    "[",
                    "]",
                    "#",
                    "cls",
                    "\uD83D\uDE00",
                    "\uD83D",
                    "i",
                    "é");
    private static final WordPiece SMALL = new WordPiece(String.join("\n", PIECES));

    static Stream<GoldenCases.Golden> golden() {
        return GoldenCases.read();
    }

    @ParameterizedTest
    @MethodSource("golden")
    void piecesAreThoseOfTraining(GoldenCases.Golden golden) throws IOException {
        var manifest = Manifest.read(GoldenCases.MODEL);
        var wordPiece =
                new WordPiece(Files.readString(GoldenCases.MODEL.resolve(manifest.vocabulary())));
        var windows = Windows.of(wordPiece.split(golden.text()), manifest.piecesPerWindow());
        assertThat(windows.ids()).isEqualTo(golden.ids());
        assertThat(windows.count()).isEqualTo(golden.windows().size());
        assertThat(windows.length()).isEqualTo(golden.windows().getFirst().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Gallstones        | gall ##stone ##s
                    gall stones       | gall [UNK]
                    ABB               | ab ##b
                    a\u0301b          | ab
                    a\u200Bb          | ab
                    a\u00A0b          | a [UNK]
                    a\u2013a          | a - a
                    \u201Ca\u2019     | " a '
                    [CLS]             | [ cls ]
                    ##                | # #
                    \u0130            | i
                    É                 | é
                    ?                 | [UNK]
                    \uD83D\uDE00a     | \uD83D\uDE00 a
                    a\uD83Da          | a \uD83D a
                    a\uDE00a          | a [UNK] a
                    """)
    void textFallsIntoPieces(String text, String pieces) {
        assertThat(said(SMALL.split(unescaped(text)))).isEqualTo(unescaped(pieces));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t\r\n", "\u0000\u200B\uFEFF"})
    void textWithoutWordsHasNoPieces(String text) {
        assertThat(SMALL.split(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "101, 1", "100000, 1"})
    void wordsOfMoreThanAHundredLettersAreUnknown(int letters, int pieces) {
        assertThat(SMALL.split("a" + "b".repeat(letters - 1)))
                .hasSize(pieces == 1 ? 1 : pieces - 1);
    }

    @Test
    void timeGrowsWithTheTextOnly() {
        var words = ("b".repeat(100) + " ").repeat(990);
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> {
                    for (int i = 0; i < 50; i++) {
                        SMALL.split(words);
                    }
                });
    }

    @Test
    void anyTextHasPiecesOfTheVocabulary() {
        var random = RandomGenerator.of("L64X128MixRandom");
        for (int run = 0; run < 200; run++) {
            var text = new StringBuilder();
            for (int i = 0; i < 300; i++) {
                text.append((char) random.nextInt(Character.MAX_VALUE + 1));
            }
            for (int piece : SMALL.split(text.toString())) {
                assertThat(piece).isBetween(WordPiece.UNKNOWN, PIECES.size() - 1);
            }
        }
    }

    @Test
    void aVocabularyBeginsWithItsSpecialPieces() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WordPiece("[UNK]\n[PAD]\n[CLS]\n[SEP]\n"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WordPiece("[PAD]\n[UNK]\n[CLS]\n[SEP]\na\na\n"));
    }

    private static String said(int[] ids) {
        return Arrays.stream(ids).mapToObj(PIECES::get).collect(Collectors.joining(" "));
    }

    /// CSV is read as it stands, so that the odd characters are written as escapes.
    private static String unescaped(String text) {
        return text.translateEscapes();
    }
}
