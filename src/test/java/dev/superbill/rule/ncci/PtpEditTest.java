package dev.superbill.rule.ncci;

import static dev.superbill.rule.Claims.claim;
import static dev.superbill.rule.Claims.line;
import static dev.superbill.rule.Claims.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.codeset.EntryBuilder;
import dev.superbill.codeset.PtpPair;
import dev.superbill.mention.CodeBook;
import dev.superbill.mention.Laterality;
import dev.superbill.note.EncounterBuilder;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PtpEditTest {
    private static final LocalDate FROM = LocalDate.of(2026, 4, 1);
    private static final LocalDate UNTIL = LocalDate.of(2026, 7, 1);
    private static final CodeBook.Compiled BOOK =
            new CodeBook()
                    .edit("00001", "00010", new PtpPair(0, FROM, UNTIL))
                    .edit("00001", "00011", new PtpPair(1, FROM, UNTIL))
                    .edit("00001", "00019", new PtpPair(9, FROM, UNTIL))
                    .says("00002", "unrelated")
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
        assertThat(finding.source()).isNotBlank();
    }
}
