package dev.superbill.rule.diagnosis;

import static dev.superbill.rule.Claims.chosen;
import static dev.superbill.rule.Claims.lines;
import static dev.superbill.rule.Claims.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.mention.CodeBook;
import dev.superbill.note.EncounterBuilder;
import dev.superbill.rule.ClaimLine;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeventhCharacterEditTest {
    private static final CodeBook.Compiled BOOK =
            new CodeBook().says("00001", "widget").says("S99.009A", "gadget").compile();

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    '',    S52.501A,          ''
                    '',    S52.501,           BLOCK S52.501
                    '',    S99.009,           ''
                    '',    S99.009A,          ''
                    '',    T30.0,             ''
                    '',    T86.11,            ''
                    '',    T81.4,             BLOCK T81.4
                    '',    W19,               BLOCK W19
                    '',    W19.XXXA,          ''
                    '',    Y92.009,           ''
                    '',    M80.051,           BLOCK M80.051
                    '',    M84.361A,          ''
                    '',    M84.9,             ''
                    '',    O36.011,           BLOCK O36.011
                    '',    J18.9,             ''
                    25605, S52.501A,          ''
                    25605, S52.501B,          ''
                    25605, S52.501D,          WARN 25605
                    25605, S52.501P,          ''
                    25605, S52.501D S52.601A, ''
                    12002, S01.01XS M25.5,    WARN 12002
                    12002, L98.4,             ''
                    99213, S52.501D,          ''
                    '',    Z47.89 S52.501D,   WARN Z47.89
                    '',    Z47.1 Z96.651,     ''
                    '',    S52.501S,          WARN S52.501S
                    '',    M25.531 S52.501S,  ''
                    '',    S52.501S W19.XXXS, WARN S52.501S
                    """)
    void theSeventhCharacterAgreesWithTheService(String codes, String icd, String expected) {
        var claim =
                chosen(
                        BOOK,
                        EncounterBuilder.on("2026-06-30").build(),
                        lines(BOOK, codes),
                        lines(BOOK, icd).toArray(ClaimLine[]::new));

        assertThat(said(new SeventhCharacterEdit(BOOK.codeSets()), claim))
                .isEqualTo(
                        expected.isEmpty() ? List.of() : Arrays.asList(expected.split("\\|", -1)));
    }
}
