package dev.superbill.rule.diagnosis;

import static dev.superbill.rule.Claims.chosen;
import static dev.superbill.rule.Claims.draft;
import static dev.superbill.rule.Claims.line;
import static dev.superbill.rule.Claims.lines;
import static dev.superbill.rule.Claims.pointing;
import static dev.superbill.rule.Claims.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.codeset.EntryBuilder;
import dev.superbill.mention.CodeBook;
import dev.superbill.note.EncounterBuilder;
import dev.superbill.rule.ClaimLine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstListedEditTest {
    private static final CodeBook.Compiled BOOK =
            new CodeBook()
                    .says("00001", "widget")
                    .entry(
                            EntryBuilder.of("A05.1")
                                    .description("gadget in diseases classified elsewhere"))
                    .compile();

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    A00.1 W19.XXXA,       ''
                    W19.XXXA A00.1,       BLOCK W19.XXXA
                    Y93.01,               BLOCK Y93.01
                    F02.80 G30.9,         BLOCK F02.80
                    G30.9 F02.80,         ''
                    A05.1,                BLOCK A05.1
                    Z79.4 E11.9,          WARN Z79.4
                    B96.20,               WARN B96.20
                    Z00.00,               ''
                    """)
    void someDiagnosesNeverComeFirst(String codes, String expected) {
        var claim =
                chosen(
                        BOOK,
                        EncounterBuilder.on("2026-06-30").build(),
                        List.of(),
                        lines(BOOK, codes).toArray(ClaimLine[]::new));

        assertThat(said(new FirstListedEdit(BOOK.codeSets()), claim))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void theFirstPointerOfALineIsJudgedToo() {
        var claim =
                chosen(
                        BOOK,
                        EncounterBuilder.on("2026-06-30").build(),
                        List.of(pointing(line(BOOK, "00001"), "Z79.4 A00.1")),
                        line(BOOK, "A00.1"),
                        line(BOOK, "Z79.4"));

        assertThat(said(new FirstListedEdit(BOOK.codeSets()), claim)).containsExactly("WARN Z79.4");
    }

    @Test
    void aDraftHasNoOrderYet() {
        var claim =
                draft(
                        BOOK,
                        EncounterBuilder.on("2026-06-30").build(),
                        List.of(),
                        line(BOOK, "W19.XXXA"));

        assertThat(said(new FirstListedEdit(BOOK.codeSets()), claim)).isEmpty();
    }
}
