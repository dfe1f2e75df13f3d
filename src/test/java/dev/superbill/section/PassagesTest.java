package dev.superbill.section;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.note.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassagesTest {
    private static final String[] WORDS = {
        "cut",
        "the",
        "wire",
        "2.5",
        "cm",
        "Dr.",
        "und\u00e9r",
        "\ud83d\ude00",
        ";",
        ".",
        "?",
        "\n",
        "\r\n",
        "PLAN:",
        "HISTORY:",
        "PROCEDURE:",
        "PAST MEDICAL HISTORY:",
        " "
    };

    private static List<String> of(String text) {
        var note = new Note("", text);
        return Passages.of(note, new Sectionizer().split(note)).stream()
                .map(passage -> note.slice(passage.span()))
                .toList();
    }

    @Test
    void shortSentencesAreTakenTogetherAndLongOnesAreNot() {
        assertThat(
                        of(
                                """
                                PROCEDURE: The plate was set on the bone. It was held by four screws of 3.5 mm \
                                and the wound was rinsed. Skin was closed.
                                """))
                .containsExactly(
                        "The plate was set on the bone. It was held by four screws of 3.5 mm and the"
                                + " wound was rinsed.",
                        "Skin was closed.");
    }

    @Test
    void aPassageStaysInItsSection() {
        assertThat(of("PROCEDURE: Nail trimmed.\nFINDINGS: Thick nail.\n"))
                .containsExactly("Nail trimmed.", "Thick nail.");
    }

    @Test
    void whatTellsOfOtherDaysGivesNoneUnlessThereIsNothingElse() {
        assertThat(of("PAST SURGICAL HISTORY: Hernia repair.\nPROCEDURE: Nail trimmed.\n"))
                .containsExactly("Nail trimmed.");
        assertThat(of("PAST SURGICAL HISTORY: Hernia repair.\n")).containsExactly("Hernia repair.");
    }

    @Test
    void aSentenceThatIsTooLongIsCutBetweenWords() {
        var passages = of("word ".repeat(200));
        assertThat(passages).hasSizeGreaterThan(3);
        assertThat(passages)
                .allSatisfy(
                        passage -> assertThat(passage).matches("(word ?)+").doesNotEndWith(" "));
        assertThat(of("x".repeat(700))).allSatisfy(p -> assertThat(p).hasSizeBetween(1, 300));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void passagesLieInOrderInTheNoteAndAreShortEnoughToQuote(long seed) {
        var random = new Random(seed);
        var text = new StringBuilder("x");
        for (int i = 0; i < 600; i++) {
            text.append(WORDS[random.nextInt(WORDS.length)])
                    .append(random.nextInt(4) == 0 ? "" : " ");
        }
        var note = new Note("", text.toString());
        var sections = new Sectionizer().split(note);
        var passages = new ArrayList<>(Passages.of(note, sections));
        assertThat(passages).isNotEmpty();
        int end = 0;
        for (var passage : passages) {
            assertThat(passage.span().start()).isGreaterThanOrEqualTo(end);
            assertThat(passage.span().length()).isBetween(1, Passages.LONGEST);
            assertThat(sections.get(passage.section()).span().contains(passage.span())).isTrue();
            end = passage.span().end();
        }
    }
}
