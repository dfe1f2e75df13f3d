package dev.superbill.visit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.mention.CodeBook;
import dev.superbill.mention.Concept;
import dev.superbill.mention.Cue;
import dev.superbill.note.EncounterBuilder;
import dev.superbill.note.Fact;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedTimeReaderTest {
    private static final CodeBook.Compiled BOOK =
            new CodeBook()
                    .concept(Concept.TOTAL_TIME, "total time", "i spent")
                    .cue(Cue.ABSENT_FORWARD, "no")
                    .compile();

    private static int minutes(String text) {
        return StatedTimeReader.read(
                        BOOK.read(text.translateEscapes()),
                        EncounterBuilder.on("2026-06-30").build())
                .told()
                .map(StatedTime::minutes)
                .orElse(-1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Total time: 35 minutes.                                              | 35
                    Total time 35min                                                     | 35
                    total time of 35-minute                                              | 35
                    I spent 105 minutes with the patient                                 | 105
                    35 minutes of total time                                             | 35
                    Total time\\n35 minutes                                              | 35
                    Total time 35 MINUTES                                                | 35
                    Total time was long.                                                 | -1
                    35 minutes of waiting                                                | -1
                    No total time 35 minutes                                             | -1
                    Waited 5 minutes. Total time was 35 minutes.                         | 35
                    Waited 5 minutes; total time on the date of the encounter 35 minutes | 35
                    I spent 35 minutes, 5 minutes of them on diet                        | 35
                    Total time was long. Waited 5 minutes.                               | -1
                    I spent 1 hour and 15 minutes                                        | 75
                    I spent 1 hr 15 min                                                  | 75
                    I spent 2 hours 5 minutes                                            | 125
                    """)
    void theMinutesStatedWithTheTimeAreRead(String text, int expected) {
        assertThat(minutes(text)).isEqualTo(expected);
    }

    @Test
    void theStatementIsQuoted() {
        var mentions = BOOK.read("PLAN: Total time today was 35 minutes.");

        var time =
                StatedTimeReader.read(mentions, EncounterBuilder.on("2026-06-30").build())
                        .told()
                        .orElseThrow();

        assertThat(time.evidence()).hasSize(1);
        assertThat(time.evidence().getFirst().section()).isEqualTo("PLAN");
        assertThat(time.evidence().getFirst().quote()).isEqualTo("Total time today was 35 min");
    }

    @Test
    void theNoteOutweighsTheEncounterAndTheEncounterServesWithoutIt() {
        var encounter = EncounterBuilder.on("2026-06-30").totalMinutes(20).build();

        assertThat(StatedTimeReader.read(BOOK.read("total time 35 minutes"), encounter).told())
                .map(StatedTime::minutes)
                .contains(35);
        assertThat(StatedTimeReader.read(BOOK.read("nothing"), encounter))
                .isEqualTo(Fact.known(new StatedTime(20, List.of())));
    }

    @Test
    void aNumberIsNotCutAtTheEndOfTheReach() {
        for (int gap = 30; gap < 70; gap++) {
            assertThat(minutes("135 minutes " + "x".repeat(gap) + " total time")).isIn(135, -1);
        }
    }
}
