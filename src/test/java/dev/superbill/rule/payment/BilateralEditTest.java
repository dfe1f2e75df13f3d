package dev.superbill.rule.payment;

import static dev.superbill.rule.Claims.chosen;
import static dev.superbill.rule.Claims.draft;
import static dev.superbill.rule.Claims.lines;
import static dev.superbill.rule.Claims.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.codeset.EntryBuilder;
import dev.superbill.mention.CodeBook;
import dev.superbill.note.EncounterBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BilateralEditTest {
    private static final BilateralEdit EDIT = new BilateralEdit();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0  | 20001 50             | BLOCK 20001
                    1  | 20001 50             | ''
                    2  | 20001 50             | BLOCK 20001
                    3  | 20001 50             | ''
                    9  | 20001 50             | BLOCK 20001
                    '' | 20001 50             | ''
                    1  | 20001 50 x2          | BLOCK 20001
                    3  | 20001 50 x2          | BLOCK 20001
                    1  | 20001 50 LT          | BLOCK 20001
                    1  | 20001 50, 20001 RT   | BLOCK 20001
                    1  | 20001 50, 20002 RT   | ''
                    1  | 20001 RT, 20001 LT   | WARN 20001
                    1  | 20001 LT, 20001 RT   | WARN 20001
                    1  | 20001 LT, 20001 LT   | ''
                    1  | 20001 LT, 20002 RT   | ''
                    1  | 20001 RT LT          | WARN 20001
                    3  | 20001 RT, 20001 LT   | ''
                    3  | 20001 RT LT          | WARN 20001
                    0  | 20001 RT, 20001 LT   | WARN 20001
                    2  | 20001 RT, 20001 LT   | WARN 20001
                    9  | 20001 RT, 20001 LT   | WARN 20001
                    1  | 20001 x2             | WARN 20001
                    1  | 20001 x3             | ''
                    0  | 20001 x2             | ''
                    3  | 20001 x2             | ''
                    1  | 20001 RT             | ''
                    0  | 20001 RT             | ''
                    """)
    void theIndicatorTellsHowBothSidesAreReported(String indicator, String lines, String expected) {
        var book = book(indicator);
        var claim = chosen(book, EncounterBuilder.on("2026-06-30").build(), lines(book, lines));

        assertThat(told(EDIT, claim)).isEqualTo(expected);
    }

    private static CodeBook.Compiled book(String indicator) {
        return new CodeBook()
                .entry(EntryBuilder.of("20001").bilateral(indicator))
                .entry(EntryBuilder.of("20002").bilateral(indicator))
                .compile();
    }

    @ParameterizedTest
    @CsvSource({"'', BLOCK 20001", "medicare, BLOCK 20001", "commercial, WARN 20001"})
    void payersOfTheirOwnAreNotBlocked(String payer, String expected) {
        var book = book("0");
        var encounter = EncounterBuilder.on("2026-06-30").payer(payer).build();

        assertThat(told(EDIT, chosen(book, encounter, lines(book, "20001 50"))))
                .isEqualTo(expected);
    }

    @Test
    void aDraftIsWarned() {
        var book = book("0");

        assertThat(
                        told(
                                EDIT,
                                draft(
                                        book,
                                        EncounterBuilder.on("2026-06-30").build(),
                                        lines(book, "20001 50"))))
                .isEqualTo("WARN 20001");
    }
}
