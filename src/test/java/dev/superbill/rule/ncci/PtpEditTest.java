package dev.superbill.rule.ncci;

import static dev.superbill.rule.Claims.chosen;
import static dev.superbill.rule.Claims.claim;
import static dev.superbill.rule.Claims.draft;
import static dev.superbill.rule.Claims.line;
import static dev.superbill.rule.Claims.lines;
import static dev.superbill.rule.Claims.said;
import static dev.superbill.rule.Claims.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.codeset.EntryBuilder;
import dev.superbill.codeset.OfficialRow;
import dev.superbill.codeset.PtpPair;
import dev.superbill.codeset.SourceKind;
import dev.superbill.mention.CodeBook;
import dev.superbill.mention.Laterality;
import dev.superbill.note.ClaimType;
import dev.superbill.note.Encounter;
import dev.superbill.note.EncounterBuilder;
import dev.superbill.rule.Claim;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PtpEditTest {
    private static final Encounter DAY = EncounterBuilder.on("2026-06-30").build();
    private static final LocalDate FROM = LocalDate.of(2026, 4, 1);
    private static final LocalDate UNTIL = LocalDate.of(2026, 7, 1);
    private static final CodeBook.Compiled BOOK =
            new CodeBook()
                    .edit("00001", "00010", new PtpPair(0, FROM, UNTIL))
                    .edit("00001", "00011", new PtpPair(1, FROM, UNTIL))
                    .edit("00001", "00019", new PtpPair(9, FROM, UNTIL))
                    .says("00002", "unrelated")
                    .edit("20001", "20002", 1, "")
                    .edit("20001", "99299", 1)
                    .edit("20009", "99299", 1)
                    .edit("80001", "80002", 1)
                    .edit("99298", "99299", 1)
                    .edit("20003", "20004", 0)
                    .edit("20004", "20005", 0)
                    .edit("20004", "20002", 1)
                    .entry(EntryBuilder.of("20009").globalDays("090"))
                    .compile();
    private static final PtpEdit EDIT = new PtpEdit(BOOK.codeSets());

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    00001, 00010, 2026-06-30, BLOCK 00010
                    00010, 00001, 2026-06-30, BLOCK 00010
                    00001, 00011, 2026-06-30, WARN 00011
                    00011, 00001, 2026-06-30, WARN 00011
                    00001, 00019, 2026-06-30, ''
                    00001, 00002, 2026-06-30, ''
                    00010, 00011, 2026-06-30, ''
                    00001, 00010, 2026-03-31, ''
                    00001, 00010, 2026-04-01, BLOCK 00010
                    00001, 00010, 2026-07-01, ''
                    """)
    void theColumnTwoCodeIsDenied(
            String first, String second, String serviceDate, String expected) {
        var claim =
                claim(
                        BOOK,
                        "a note",
                        EncounterBuilder.on(serviceDate).build(),
                        line(BOOK, first),
                        line(BOOK, second));

        assertThat(said(EDIT, claim)).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    00011, LEFT,      RIGHT,     ''
                    00011, RIGHT,     LEFT,      ''
                    00011, LEFT,      LEFT,      WARN 00011
                    00011, LEFT,      NONE,      WARN 00011
                    00011, NONE,      NONE,      WARN 00011
                    00011, BILATERAL, LEFT,      WARN 00011
                    00010, LEFT,      RIGHT,     BLOCK 00010
                    """)
    void oppositeSidesBypassAnEditThatMayBeBypassed(
            String column2, Laterality side1, Laterality side2, String expected) {
        var claim =
                claim(
                        BOOK,
                        "a note",
                        EncounterBuilder.on("2026-06-30").build(),
                        line(BOOK, "00001", 1, side1),
                        line(BOOK, column2, 1, side2));

        assertThat(said(EDIT, claim)).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource({"00010, BLOCK 00010", "00011, WARN 00011", "00019, ''", "00002, ''", "00001, ''"})
    void aLineBilledThatDayCountsAsColumnOne(String column2, String expected) {
        var encounter =
                EncounterBuilder.on("2026-06-30").billed(EntryBuilder.code("00001"), 1).build();

        assertThat(said(EDIT, claim(BOOK, "a note", encounter, line(BOOK, column2))))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    /// Indicator 1 on a claim that a person chose: what stands on either line decides.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    20001, 20002             | BLOCK 20002
                    20001, 20002 26          | BLOCK 20002
                    20001, 20002 51          | BLOCK 20002
                    20001 76, 20002 77       | BLOCK 20002
                    20001 LT, 20002 RT       | ''
                    20001 RT, 20002 LT       | ''
                    20001 LT, 20002 LT       | BLOCK 20002
                    20001 LT, 20002          | WARN 20002
                    20001, 20002 RT          | WARN 20002
                    20001 50, 20002 LT       | WARN 20002
                    20001 50, 20002 50       | BLOCK 20002
                    20001 F1, 20002 F2       | ''
                    20001 F1, 20002 F1       | BLOCK 20002
                    20001 RT, 20002 F5       | WARN 20002
                    20001 LT, 20002 F5       | ''
                    20001 TA, 20002 T5       | ''
                    20001 E1, 20002 E3       | ''
                    20001 LD, 20002 RC       | ''
                    20001 LD, 20002 LD       | BLOCK 20002
                    20001, 20002 59          | INFO 20002
                    20001 59, 20002          | INFO 20002
                    20001 LT, 20002 LT 59    | INFO 20002
                    20001 LT, 20002 RT 59    | ''
                    20001, 20002 XE          | ''
                    20001, 20002 XS          | ''
                    20001, 20002 XP          | ''
                    20001 XU, 20002          | ''
                    20001, 20002 58          | ''
                    20001, 20002 78          | ''
                    20001, 20002 79          | ''
                    20001, 20002 25          | BLOCK 20002
                    20001, 20002 24          | BLOCK 20002
                    20001, 20002 57          | BLOCK 20002
                    20001, 20002 27          | BLOCK 20002
                    20001, 20002 91          | BLOCK 20002
                    80001, 80002             | BLOCK 80002
                    80001, 80002 91          | ''
                    80001, 80002 59          | INFO 80002
                    20001, 99299             | BLOCK 99299
                    20001, 99299 25          | ''
                    20001, 99299 24          | ''
                    20001, 99299 57          | BLOCK 99299
                    20001, 99299 59          | BLOCK 99299
                    20001, 99299 XE          | BLOCK 99299
                    20001, 99299 79          | BLOCK 99299
                    20001 59, 99299          | WARN 99299
                    20001 59, 99299 25       | ''
                    20001 LT, 99299          | BLOCK 99299
                    20001 25, 99299          | BLOCK 99299
                    20009, 99299             | BLOCK 99299
                    20009, 99299 57          | ''
                    20009, 99299 25          | ''
                    99298, 99299             | BLOCK 99299
                    99298, 99299 25          | ''
                    99298, 99299 27          | BLOCK 99299
                    """)
    void onlyAModifierThatFitsBypassesAnEdit(String lines, String expected) {
        assertThat(told(EDIT, chosen(BOOK, DAY, lines(BOOK, lines)))).isEqualTo(expected);
    }

    /// A code that indicator 0 denies is not paid, so that it denies no other.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    20003, 20004, 20005        | BLOCK 20004
                    20005, 20004, 20003        | BLOCK 20004
                    20004, 20005               | BLOCK 20005
                    20003, 20004, 20002        | BLOCK 20004
                    20004, 20002               | BLOCK 20002
                    20003, 20004, 20005 59     | BLOCK 20004
                    20003, 20004, 20004        | BLOCK 20004, BLOCK 20004
                    """)
    void aDeniedLineBundlesNothing(String lines, String expected) {
        assertThat(told(EDIT, chosen(BOOK, DAY, lines(BOOK, lines)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    DRAFT  | 00001 | ''    | 00010      | BLOCK 00010
                    CHOSEN | 00001 | ''    | 00010      | BLOCK 00010
                    DRAFT  | 20001 | ''    | 20002      | WARN 20002
                    CHOSEN | 20001 | ''    | 20002      | BLOCK 20002
                    CHOSEN | 20001 | ''    | 20002 XS   | ''
                    CHOSEN | 20001 | XS    | 20002      | ''
                    CHOSEN | 20001 | LT    | 20002 RT   | ''
                    CHOSEN | 20001 | LT    | 20002 LT   | BLOCK 20002
                    CHOSEN | 00010 | ''    | 00001      | WARN 00001
                    DRAFT  | 00010 | ''    | 00001      | WARN 00001
                    CHOSEN | 00010 | 59    | 00001      | WARN 00001
                    CHOSEN | 20002 | ''    | 20001      | WARN 20001
                    CHOSEN | 20002 | 59    | 20001      | ''
                    CHOSEN | 20002 | LT    | 20001 RT   | ''
                    CHOSEN | 99299 | ''    | 20001      | WARN 20001
                    CHOSEN | 99299 | 25    | 20001      | ''
                    CHOSEN | 20003 | ''    | 20004, 20005 | BLOCK 20004
                    CHOSEN | 20005 | ''    | 20003, 20004 | BLOCK 20004
                    """)
    void linesBilledThatDayStandInEitherColumn(
            Claim.State state, String billed, String modifiers, String lines, String expected) {
        var encounter = EncounterBuilder.on("2026-06-30");
        encounter.billed(
                EntryBuilder.code(billed),
                1,
                modifiers.isEmpty() ? new String[0] : modifiers.split(" ", -1));
        var claim =
                state == Claim.State.DRAFT
                        ? draft(BOOK, encounter.build(), lines(BOOK, lines))
                        : chosen(BOOK, encounter.build(), lines(BOOK, lines));

        assertThat(told(EDIT, claim)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    20001, 20002             | WARN 20002
                    20001, 20002 XS          | ''
                    20001, 99299             | WARN 99299
                    20001, 99299 25          | WARN 99299
                    20009, 99299 57          | WARN 99299
                    """)
    void aVisitThatTheEngineGaveItsModifierStillGoesToAPerson(String lines, String expected) {
        assertThat(told(EDIT, draft(BOOK, DAY, lines(BOOK, lines)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    20001, 99299             | with 25
                    20009, 99299             | with 57
                    80001, 80002             | 91
                    20001, 20002             | anatomic
                    20001, 20002 59          | XS
                    80001, 80002 59          | 91
                    00001, 00010             | leave the code out
                    """)
    void theRemedyNamesTheModifierThatFits(String lines, String remedy) {
        assertThat(EDIT.check(chosen(BOOK, DAY, lines(BOOK, lines))).getFirst().remedy())
                .contains(remedy);
    }

    @Test
    void withinAGlobalPeriodTheModifiersOfThePeriodGoBefore59() {
        var encounter =
                EncounterBuilder.on("2026-06-30").after(EntryBuilder.code("20009"), "2026-06-01");

        assertThat(
                        EDIT.check(chosen(BOOK, encounter.build(), lines(BOOK, "20001, 20002 59")))
                                .getFirst()
                                .remedy())
                .contains("58, 78 or 79");
    }

    @Test
    void modifiersThatDoNotBypassAreNamed() {
        var finding = EDIT.check(chosen(BOOK, DAY, lines(BOOK, "20001 51, 20002 26"))).getFirst();

        assertThat(finding.line()).isEqualTo(2);
        assertThat(finding.message()).contains("26, 51 do not bypass it");
    }

    @ParameterizedTest
    @CsvSource({"PROFESSIONAL, BLOCK 20002", "FACILITY, BLOCK 20001"})
    void theClaimTypePicksTheEdits(ClaimType claimType, String expected) {
        var book =
                new CodeBook()
                        .edit("20001", "20002", 0)
                        .official(
                                SourceKind.PTP_HOSPITAL,
                                new OfficialRow.Ptp(
                                        EntryBuilder.code("20002"),
                                        EntryBuilder.code("20001"),
                                        new PtpPair(0, FROM, UNTIL),
                                        ""))
                        .compile();
        var encounter = EncounterBuilder.on("2026-06-30").claimType(claimType).build();

        assertThat(
                        told(
                                new PtpEdit(book.codeSets()),
                                chosen(book, encounter, lines(book, "20001, 20002"))))
                .isEqualTo(expected);
    }

    @Test
    void aLineDoesNotConflictWithItsOwnCode() {
        var claim =
                claim(
                        BOOK,
                        "a note",
                        EncounterBuilder.on("2026-06-30").build(),
                        line(BOOK, "00001"),
                        line(BOOK, "00001"));

        assertThat(EDIT.check(claim)).isEmpty();
    }

    @Test
    void aFindingNamesBothCodesAndItsRule() {
        var claim =
                claim(
                        BOOK,
                        "a note",
                        EncounterBuilder.on("2026-06-30").build(),
                        line(BOOK, "00001"),
                        line(BOOK, "00010"));

        var finding = EDIT.check(claim).getFirst();

        assertThat(finding.ruleId()).isEqualTo(EDIT.id()).isEqualTo("ncci-ptp");
        assertThat(finding.message()).contains("00001", "00010", "indicator 0");
        assertThat(finding.message()).endsWith("CMS: made up");
        assertThat(finding.line()).isEqualTo(2);
        assertThat(finding.source()).endsWith("NCCI 2026");
    }
}
