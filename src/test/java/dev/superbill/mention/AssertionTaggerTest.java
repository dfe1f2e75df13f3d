package dev.superbill.mention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssertionTaggerTest {
    private static final String TWELVE = "one two three four five six seven eight nine ten ten ten";
    private static final CodeBook.Compiled BOOK =
            new CodeBook()
                    .says("00001", "widget")
                    .says("00002", "widget + rust")
                    .says("00003", "no widget left over")
                    .cue(Cue.ABSENT_FORWARD, "no", "denies", "without")
                    .cue(Cue.ABSENT_BACKWARD, "ruled out", "not seen")
                    .cue(Cue.POSSIBLE_FORWARD, "possible", "versus")
                    .cue(Cue.POSSIBLE_BACKWARD, "suspected", "versus")
                    .cue(Cue.HISTORICAL_FORWARD, "history of", "status post")
                    .cue(Cue.HISTORICAL_BACKWARD, "years ago")
                    .cue(Cue.FAMILY_FORWARD, "mother")
                    .cue(Cue.HYPOTHETICAL_FORWARD, "if")
                    .cue(Cue.PLANNED_FORWARD, "will schedule")
                    .cue(Cue.PLANNED_BACKWARD, "was recommended")
                    .cue(Cue.PSEUDO, "no difficulty", "history of present illness")
                    .cue(Cue.TERMINATOR, "but", "because")
                    .compile();

    private static Assertion of(String text) {
        return BOOK.places("00001", text).getFirst().assertion();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    the widget is here                         | PRESENT
                    no widget                                  | ABSENT
                    No big old Widget                          | ABSENT
                    widget, sprocket, no                       | PRESENT
                    widget was ruled out                       | ABSENT
                    ruled out the widget                       | PRESENT
                    possible widget                            | POSSIBLE
                    widget is suspected                        | POSSIBLE
                    widget versus sprocket                     | POSSIBLE
                    sprocket versus widget                     | POSSIBLE
                    history of widget                          | HISTORICAL
                    widget two years ago                       | HISTORICAL
                    mother had a widget                        | FAMILY
                    widget of the mother                       | PRESENT
                    if the widget squeaks                      | HYPOTHETICAL
                    will schedule a widget                     | PLANNED
                    a widget was recommended                   | PLANNED
                    no difficulty with the widget              | PRESENT
                    history of present illness: widget         | PRESENT
                    no rust but a widget                       | PRESENT
                    no rust because of the widget              | PRESENT
                    widget but rust was ruled out              | PRESENT
                    no rust. widget                            | PRESENT
                    mother denies widget                       | FAMILY
                    no history of widget                       | ABSENT
                    if no widget                               | ABSENT
                    possible widget if it squeaks              | POSSIBLE
                    history of possible widget                 | HISTORICAL
                    will schedule history of widget            | PLANNED
                    no no difficulty widget                    | ABSENT
                    """)
    void cuesChangeWhatStandsInTheirReach(String text, Assertion expected) {
        assertThat(of(text)).isEqualTo(expected);
    }

    @Test
    void aCueReachesTwelveWords() {
        assertThat(of("no " + TWELVE + " widget")).isEqualTo(Assertion.ABSENT);
        assertThat(of("no " + TWELVE + " more widget")).isEqualTo(Assertion.PRESENT);
        assertThat(of("widget " + TWELVE + " ruled out")).isEqualTo(Assertion.ABSENT);
        assertThat(of("widget " + TWELVE + " more ruled out")).isEqualTo(Assertion.PRESENT);
    }

    @Test
    void fillersDoNotCountForTheReach() {
        assertThat(of("no " + "of the ".repeat(20) + "widget")).isEqualTo(Assertion.ABSENT);
    }

    @Test
    void aCueInsideThePhraseItselfDoesNotChangeIt() {
        assertThat(BOOK.places("00003", "no widget left over").getFirst().assertion())
                .isEqualTo(Assertion.PRESENT);
    }

    @Test
    void phrasesTogetherTakeTheStrongestAssertion() {
        assertThat(BOOK.places("00002", "the widget with no rust").getFirst().assertion())
                .isEqualTo(Assertion.ABSENT);
    }

    @Test
    void aConceptIsTakenOnlyWhereItIsAsserted() {
        var book =
                new CodeBook()
                        .concept(Concept.SIGNATURE, "signed")
                        .cue(Cue.ABSENT_FORWARD, "not")
                        .compile();

        assertThat(book.read("not signed").concept(Concept.SIGNATURE)).isEmpty();
        assertThat(book.read("signed. not signed").concept(Concept.SIGNATURE)).hasSize(1);
        assertThat(book.read("signed").concept(Concept.SOFTWARE_NAMED)).isEmpty();
    }
}
