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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusEditTest {
    private static final StatusEdit EDIT = new StatusEdit();

    private static CodeBook.Compiled book(String status) {
        return new CodeBook()
                .entry(EntryBuilder.of("20001").status(status))
                .entry(EntryBuilder.of("20002"))
                .compile();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    A  | 20001         | ''          | ''
                    I  | 20001         | BLOCK 20001 | WARN 20001
                    B  | 20001         | BLOCK 20001 | WARN 20001
                    N  | 20001         | BLOCK 20001 | WARN 20001
                    N  | 20001 GY      | ''          | ''
                    N  | 20001 GX      | ''          | ''
                    N  | 20001 GZ      | ''          | ''
                    I  | 20001 GY      | BLOCK 20001 | WARN 20001
                    P  | 20001         | WARN 20001  | WARN 20001
                    T  | 20001         | ''          | ''
                    T  | 20001, 20002  | WARN 20001  | WARN 20001
                    C  | 20001         | INFO 20001  | ''
                    E  | 20001         | INFO 20001  | ''
                    M  | 20001         | INFO 20001  | ''
                    R  | 20001         | INFO 20001  | ''
                    X  | 20001         | INFO 20001  | ''
                    J  | 20001         | ''          | ''
                    '' | 20001         | ''          | ''
                    """)
    void theStatusSaysWhatMedicareDoes(
            String status, String lines, String whenChosen, String whenDrafted) {
        var book = book(status);
        var encounter = EncounterBuilder.on("2026-06-30").payer("medicare").build();

        assertThat(told(EDIT, chosen(book, encounter, lines(book, lines)))).isEqualTo(whenChosen);
        assertThat(told(EDIT, draft(book, encounter, lines(book, lines)))).isEqualTo(whenDrafted);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    '',                 PROFESSIONAL, ''
                    commercial,         PROFESSIONAL, ''
                    medicare,           PROFESSIONAL, BLOCK 20001
                    medicare advantage, PROFESSIONAL, BLOCK 20001
                    medicare,           FACILITY,     ''
                    """)
    void itBindsProfessionalClaimsToMedicare(String payer, ClaimType claimType, String expected) {
        var book = book("I");
        var encounter = EncounterBuilder.on("2026-06-30").payer(payer).claimType(claimType).build();

        assertThat(told(EDIT, chosen(book, encounter, lines(book, "20001")))).isEqualTo(expected);
    }
}
