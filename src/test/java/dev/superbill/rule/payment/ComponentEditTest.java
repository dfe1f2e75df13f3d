package dev.superbill.rule.payment;

import static dev.superbill.rule.Claims.chosen;
import static dev.superbill.rule.Claims.draft;
import static dev.superbill.rule.Claims.lines;
import static dev.superbill.rule.Claims.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.codeset.EntryBuilder;
import dev.superbill.mention.CodeBook;
import dev.superbill.note.ClaimType;
import dev.superbill.note.EncounterBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComponentEditTest {
    private static final ComponentEdit EDIT = new ComponentEdit();

    private static CodeBook.Compiled book(String indicator) {
        return new CodeBook().entry(EntryBuilder.of("70001").pcTc(indicator)).compile();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0, 26, BLOCK 70001
                    0, TC, BLOCK 70001
                    0, '', ''
                    1, 26, ''
                    1, TC, ''
                    1, '', ''
                    1, 26 TC, BLOCK 70001
                    2, 26, BLOCK 70001
                    2, TC, BLOCK 70001
                    2, '', ''
                    3, 26, BLOCK 70001
                    3, TC, BLOCK 70001
                    3, '', ''
                    4, 26, BLOCK 70001
                    4, TC, BLOCK 70001
                    4, '', ''
                    5, 26, BLOCK 70001
                    5, TC, BLOCK 70001
                    6, 26, ''
                    6, TC, BLOCK 70001
                    7, 26, BLOCK 70001
                    8, 26, ''
                    8, TC, BLOCK 70001
                    9, 26, BLOCK 70001
                    9, TC, BLOCK 70001
                    '', 26, ''
                    '', TC, ''
                    """)
    void componentsGoOnCodesThatHaveBoth(String indicator, String modifiers, String expected) {
        var book = book(indicator);
        var claim =
                chosen(
                        book,
                        EncounterBuilder.on("2026-06-30").place("11").build(),
                        lines(book, ("70001 " + modifiers).strip()));

        assertThat(told(EDIT, claim)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    1, '', 11, ''
                    1, '', 21, BLOCK 70001
                    1, '', 22, BLOCK 70001
                    1, '', 23, BLOCK 70001
                    1, '', 19, BLOCK 70001
                    1, '', 24, WARN 70001
                    1, '', 31, WARN 70001
                    1, 26, 22, ''
                    1, 26, 24, ''
                    1, TC, 22, BLOCK 70001
                    1, TC, 24, WARN 70001
                    1, TC, 11, ''
                    2, '', 22, ''
                    3, '', 11, ''
                    3, '', 22, BLOCK 70001
                    4, '', 11, ''
                    4, '', 22, BLOCK 70001
                    5, '', 22, WARN 70001
                    5, '', 11, ''
                    0, '', 22, ''
                    6, '', 22, ''
                    9, '', 22, ''
                    """)
    void inAFacilityTheProfessionalBillsTheProfessionalComponent(
            String indicator, String modifiers, String place, String expected) {
        var book = book(indicator);
        var claim =
                chosen(
                        book,
                        EncounterBuilder.on("2026-06-30").place(place).build(),
                        lines(book, ("70001 " + modifiers).strip()));

        assertThat(told(EDIT, claim)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    '',         PROFESSIONAL, '', BLOCK 70001
                    medicare,   PROFESSIONAL, '', BLOCK 70001
                    commercial, PROFESSIONAL, '', WARN 70001
                    medicare,   FACILITY,     '', ''
                    medicare,   FACILITY,     TC, ''
                    medicare,   FACILITY,     26, WARN 70001
                    """)
    void payerAndClaimTypeWeighIt(
            String payer, ClaimType claimType, String modifiers, String expected) {
        var book = book("1");
        var encounter =
                EncounterBuilder.on("2026-06-30")
                        .place("22")
                        .payer(payer)
                        .claimType(claimType)
                        .build();

        assertThat(told(EDIT, chosen(book, encounter, lines(book, ("70001 " + modifiers).strip()))))
                .isEqualTo(expected);
    }

    @Test
    void aDraftIsWarned() {
        var book = book("1");
        var encounter = EncounterBuilder.on("2026-06-30").place("22").build();

        assertThat(told(EDIT, draft(book, encounter, lines(book, "70001"))))
                .isEqualTo("WARN 70001");
    }

    @ParameterizedTest
    @CsvSource({"1, 70001, INFO", "1, 70001 26, ''", "0, 70001, ''", "3, 70001, INFO"})
    void anUntoldPlaceIsSaidOnceForTheClaim(String indicator, String lines, String expected) {
        var book = book(indicator);
        var encounter = EncounterBuilder.on("2026-06-30").build();

        assertThat(told(EDIT, chosen(book, encounter, lines(book, lines)))).isEqualTo(expected);
        assertThat(EDIT.check(draft(book, encounter, lines(book, lines)))).isEmpty();
    }
}
