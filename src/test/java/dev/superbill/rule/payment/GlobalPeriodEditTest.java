package dev.superbill.rule.payment;

import static dev.superbill.rule.Claims.chosen;
import static dev.superbill.rule.Claims.draft;
import static dev.superbill.rule.Claims.line;
import static dev.superbill.rule.Claims.lines;
import static dev.superbill.rule.Claims.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.codeset.EntryBuilder;
import dev.superbill.mention.CodeBook;
import dev.superbill.note.ClaimType;
import dev.superbill.note.EncounterBuilder;
import dev.superbill.rule.Claim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobalPeriodEditTest {
    private static final CodeBook.Compiled BOOK =
            new CodeBook()
                    .entry(procedure("20000", "000"))
                    .entry(procedure("20010", "010"))
                    .entry(procedure("20090", "090"))
                    .entry(procedure("20091", "090"))
                    .entry(procedure("59000", "MMM"))
                    .entry(procedure("20888", "YYY"))
                    .entry(procedure("20777", "ZZZ"))
                    .entry(procedure("70001", "XXX"))
                    .entry(procedure("99299", "XXX"))
                    .entry(procedure("99298", "XXX"))
                    .entry(EntryBuilder.of("Z48.89"))
                    .entry(EntryBuilder.of("T81.49"))
                    .entry(EntryBuilder.of("J00"))
                    .edit("20010", "99298", 1)
                    .compile();
    private static final GlobalPeriodEdit EDIT = new GlobalPeriodEdit(BOOK.codeSets());

    private static EntryBuilder procedure(String code, String days) {
        return EntryBuilder.of(code).globalDays(days);
    }

    private static String chosenOn(String date, String earlier, String earlierDate, String lines) {
        var encounter =
                EncounterBuilder.on(date).after(EntryBuilder.code(earlier), earlierDate).build();
        return told(EDIT, chosen(BOOK, encounter, lines(BOOK, lines)));
    }

    /// Ten and ninety days are counted from the day after the procedure; ninety have the day
    /// before.
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    20000, 2026-06-01, 2026-06-01, BLOCK 99299
                    20000, 2026-06-01, 2026-06-02, ''
                    20010, 2026-06-01, 2026-05-31, ''
                    20010, 2026-06-01, 2026-06-01, BLOCK 99299
                    20010, 2026-06-01, 2026-06-11, BLOCK 99299
                    20010, 2026-06-01, 2026-06-12, ''
                    20090, 2026-06-01, 2026-05-30, ''
                    20090, 2026-06-01, 2026-05-31, BLOCK 99299
                    20090, 2026-06-01, 2026-06-01, BLOCK 99299
                    20090, 2026-06-01, 2026-08-30, BLOCK 99299
                    20090, 2026-06-01, 2026-08-31, ''
                    59000, 2026-06-01, 2026-07-13, INFO 99299
                    59000, 2026-06-01, 2026-07-14, ''
                    20888, 2026-06-01, 2026-06-02, ''
                    70001, 2026-06-01, 2026-06-02, ''
                    30999, 2026-06-01, 2026-06-02, ''
                    """)
    void aVisitWithinTheDaysOfAProcedureIsPartOfIt(
            String earlier, String earlierDate, String date, String expected) {
        assertThat(chosenOn(date, earlier, earlierDate, "99299")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2026-06-15 | 99299 24         | ''
                    2026-06-15 | 99299 FT         | ''
                    2026-06-15 | 99299 25         | BLOCK 99299
                    2026-06-15 | 99299 57         | BLOCK 99299
                    2026-06-01 | 99299 57         | ''
                    2026-06-01 | 99299 25         | ''
                    2026-05-31 | 99299 57         | ''
                    2026-06-15 | 20010            | BLOCK 20010
                    2026-06-15 | 20010 58         | ''
                    2026-06-15 | 20010 78         | ''
                    2026-06-15 | 20010 79         | ''
                    2026-06-15 | 20010 24         | BLOCK 20010
                    2026-06-15 | 20010 76         | BLOCK 20010
                    2026-06-15 | 20091            | BLOCK 20091
                    2026-06-01 | 20010            | ''
                    2026-05-31 | 20010            | ''
                    2026-06-15 | 70001            | ''
                    2026-06-15 | 20777            | ''
                    2026-09-15 | 20010            | ''
                    2026-09-15 | 20010 78         | WARN 20010
                    2026-09-15 | 20010 58         | WARN 20010
                    2026-09-15 | 99299 24         | WARN 99299
                    2026-09-15 | 99299 25         | ''
                    """)
    void aModifierOfThePeriodSaysWhyALineIsNotPartOfIt(String date, String lines, String expected) {
        assertThat(chosenOn(date, "20090", "2026-06-01", lines)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    99299, 20000          | BLOCK 99299
                    99299 25, 20000       | ''
                    99299 57, 20000       | BLOCK 99299, WARN 99299
                    99299, 20010          | BLOCK 99299
                    99299 25, 20010       | ''
                    99298, 20010          | ''
                    99299, 20090          | BLOCK 99299
                    99299 57, 20090       | ''
                    99299 24, 20090       | INFO
                    99299 25, 20090       | WARN 99299
                    99299 25, 20090, 20010 | WARN 99299
                    99299 57, 20090, 20010 | ''
                    99299, 70001          | ''
                    99299, 20777          | ''
                    99299, 20888          | ''
                    99299, 99298          | ''
                    99299 57              | ''
                    20010, 20090          | ''
                    """)
    void aVisitBesideAProcedureNeedsItsModifier(String lines, String expected) {
        var claim = chosen(BOOK, EncounterBuilder.on("2026-06-30").build(), lines(BOOK, lines));

        assertThat(told(EDIT, claim)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    20010 | 99299    | BLOCK 99299
                    20010 | 99299 25 | ''
                    20090 | 99299    | BLOCK 99299
                    70001 | 99299    | ''
                    """)
    void aProcedureBilledThatDayCounts(String billed, String lines, String expected) {
        var encounter =
                EncounterBuilder.on("2026-06-30").billed(EntryBuilder.code(billed), 1).build();

        assertThat(told(EDIT, chosen(BOOK, encounter, lines(BOOK, lines)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    CHOSEN, '',         PROFESSIONAL, BLOCK 99299
                    CHOSEN, medicare,   PROFESSIONAL, BLOCK 99299
                    CHOSEN, commercial, PROFESSIONAL, WARN 99299
                    DRAFT,  medicare,   PROFESSIONAL, WARN 99299
                    CHOSEN, medicare,   FACILITY,     ''
                    """)
    void payerAndStateWeighIt(
            Claim.State state, String payer, ClaimType claimType, String expected) {
        var encounter = EncounterBuilder.on("2026-06-30").payer(payer).claimType(claimType).build();
        var lines = lines(BOOK, "99299, 20010");
        var claim =
                state == Claim.State.DRAFT
                        ? draft(BOOK, encounter, lines)
                        : chosen(BOOK, encounter, lines);

        assertThat(told(EDIT, claim)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    99299 24 | J00    | ''    | ''
                    99299 24 | Z48.89 | WARN  | unrelated problem
                    99299 24 | T81.49 | WARN  | unrelated problem
                    99299    | J00    | BLOCK | add 24
                    99299    | Z48.89 | BLOCK | 99024
                    """)
    void aDiagnosisOfAftercareSpeaksAgainst24(
            String lines, String diagnosis, String severity, String remedy) {
        var encounter =
                EncounterBuilder.on("2026-06-15")
                        .after(EntryBuilder.code("20090"), "2026-06-01")
                        .build();
        var findings =
                EDIT.check(chosen(BOOK, encounter, lines(BOOK, lines), line(BOOK, diagnosis)));

        assertThat(findings).hasSize(severity.isEmpty() ? 0 : 1);
        assertThat(findings)
                .allSatisfy(finding -> {
                    assertThat(finding.severity()).hasToString(severity);
                    assertThat(finding.remedy()).contains(remedy);
                });
    }

    @Test
    void whatCannotBeCheckedIsSaidOnceForTheClaim() {
        var claim =
                chosen(
                        BOOK,
                        EncounterBuilder.on("2026-06-30").build(),
                        lines(BOOK, "20010 78, 20091 79"));

        assertThat(EDIT.check(claim)).singleElement().matches(finding -> finding.general());
        assertThat(told(EDIT, claim)).isEqualTo("INFO");
    }
}
