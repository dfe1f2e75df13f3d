package dev.superbill.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.superbill.note.Note;
import dev.superbill.note.Span;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoteMentionsTest {
    private static final String EMOJI = "\uD83D\uDE00";
    private static final CodeBook.Compiled BOOK =
            new CodeBook()
                    .says("00001", "widget")
                    .says("00002", "widget + sprocket")
                    .says("00003", "widget & sprocket")
                    .says("00004", "turn widget", "wid*")
                    .cue(Cue.ABSENT_FORWARD, "no")
                    .compile();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    the widget was oiled                                     | NONE
                    the left widget was oiled                                | LEFT
                    the widget on the right                                  | RIGHT
                    both widgets                                             | BILATERAL
                    bilateral widget and sprocket                            | BILATERAL
                    the widget was oiled bilaterally                         | BILATERAL
                    left very big old red widget                             | LEFT
                    left very big old red worn widget                        | NONE
                    widget one two three four five left                      | LEFT
                    widget one two three four five six left                  | NONE
                    left sprocket, right widget                              | RIGHT
                    right widget. left                                       | RIGHT
                    left. widget                                             | NONE
                    """)
    void theNearestSideOfTheSentenceIsTaken(String text, Laterality side) {
        assertThat(BOOK.places("00001", text).getFirst().laterality()).isEqualTo(side);
    }

    @Test
    void phrasesTogetherSpanFromTheFirstToTheLast() {
        var text = "oil the sprocket of the widget now";

        var place = BOOK.places("00002", text).getFirst();

        assertThat(text.substring(place.span().start(), place.span().end()))
                .isEqualTo("sprocket of the widget");
    }

    @Test
    void eachMentionOfTheFirstPhraseTakesTheNearestOfTheOthers() {
        var text = "sprocket and gear and gear and widget sprocket";

        var place = BOOK.places("00002", text).getFirst();

        assertThat(text.substring(place.span().start(), place.span().end()))
                .isEqualTo("widget sprocket");
    }

    @Test
    void aClauseAnywhereKeepsItsOwnPlaces() {
        var match =
                BOOK.read("widget. widget. sprocket").matches().stream()
                        .filter(found -> found.owner() == BOOK.row("00003"))
                        .findFirst()
                        .orElseThrow();

        assertThat(match.clauses()).extracting(List::size).containsExactly(2, 1);
    }

    @Test
    void aPhraseThatIsRepeatedWithoutEndIsCountedToForty() {
        assertThat(BOOK.places("00001", "widget. ".repeat(100))).hasSize(40);
    }

    @Test
    void matchesAreOrderedByCode() {
        assertThat(BOOK.read("sprocket turn widget").matches())
                .extracting(ExpressionMatch::owner)
                .isSorted();
    }

    @Test
    void evidenceNamesTheHeadingAndQuotesTheNote() {
        var mentions = BOOK.read("FINDINGS: A big widget.");

        var evidence =
                mentions.evidence(mentions.matches().getFirst().clauses().getFirst().getFirst());

        assertThat(evidence).isEqualTo(new Evidence("FINDINGS", new Span(16, 22), "widget"));
    }

    @Test
    void nothingThatHoldsNoteTextPrintsIt() {
        var mentions = BOOK.read("FINDINGS: A big widget.");
        var place = mentions.matches().getFirst().clauses().getFirst().getFirst();

        assertThat(mentions.toString()).doesNotContain("widget");
        assertThat(mentions.evidence(place).toString()).doesNotContain("widget");
        assertThat(mentions.note().toString()).doesNotContain("widget");
        assertThat(mentions.sections().toString()).doesNotContain("widget");
    }

    @Test
    void aLongSpanIsCutAtThreeHundred() {
        var note = new Note("", "x".repeat(400));

        assertThat(Evidence.quoting(note, "", new Span(10, 400)).span())
                .isEqualTo(new Span(10, 310));
        assertThat(Evidence.quoting(note, "", new Span(10, 310)).span())
                .isEqualTo(new Span(10, 310));
    }

    @Test
    void aLongSpanIsNotCutInsideACharacter() {
        var note = new Note("", "x".repeat(299) + EMOJI + "x".repeat(100));

        var evidence = Evidence.quoting(note, "", new Span(0, 400));

        assertThat(evidence.span()).isEqualTo(new Span(0, 299));
    }

    @Test
    void evidenceOfAnotherLengthThanItsQuoteIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evidence("", new Span(0, 3), "four"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evidence("", new Span(0, 301), "x".repeat(301)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void everySpanLiesInItsNoteAndItsQuoteIsTheSlice(long seed) {
        var random = new Random(seed);
        for (int run = 0; run < 25; run++) {
            var text = randomText(random);
            var mentions = BOOK.read(text);
            for (var match : mentions.matches()) {
                for (var clause : match.clauses()) {
                    clause.forEach(place -> check(mentions, place));
                }
            }
        }
    }

    private static void check(NoteMentions mentions, Occurrence place) {
        var text = mentions.note().text();
        assertThat(mentions.sectionOf(place).span().contains(place.span())).isTrue();
        var evidence = mentions.evidence(place);
        int start = evidence.span().start();
        int end = evidence.span().end();
        assertThat(end).isLessThanOrEqualTo(text.length());
        assertThat(end - start).isBetween(1, Evidence.MAX_LENGTH);
        assertThat(evidence.quote()).isEqualTo(text.substring(start, end));
        assertThat(splits(text, start) || splits(text, end)).isFalse();
    }

    private static boolean splits(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
    }

    private static String randomText(Random random) {
        var pieces =
                List.of(
                        "widget",
                        "WIDGETS",
                        "sprocket",
                        "turn",
                        " ",
                        " ",
                        " ",
                        "the ",
                        "left ",
                        "'s ",
                        "\u2019s ",
                        EMOJI,
                        "\uD835\uDC00",
                        "\n",
                        "\r\n",
                        ". ",
                        ", ",
                        "no ",
                        "2.5",
                        "FINDINGS: ",
                        "word ".repeat(40),
                        EMOJI.repeat(60),
                        "\u00DF",
                        "\u0130",
                        "-");
        var text = new StringBuilder("x");
        for (int i = random.nextInt(60); i >= 0; i--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }
}
