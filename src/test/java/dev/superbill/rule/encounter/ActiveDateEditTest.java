package dev.superbill.rule.encounter;

import static dev.superbill.rule.Claims.chosen;
import static dev.superbill.rule.Claims.lines;
import static dev.superbill.rule.Claims.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.code.Code;
import dev.superbill.codeset.Billing;
import dev.superbill.codeset.EntryBuilder;
import dev.superbill.codeset.OfficialRow;
import dev.superbill.codeset.SourceEdition;
import dev.superbill.codeset.SourceKind;
import dev.superbill.mention.CodeBook;
import dev.superbill.note.EncounterBuilder;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActiveDateEditTest {
    private static final CodeBook.Compiled BOOK =
            new CodeBook()
                    .entry(EntryBuilder.of("00001").active("2026-01-01", "2026-12-31"))
                    .entry(
                            EntryBuilder.of("00002")
                                    .active("2020-01-01", "2025-12-31")
                                    .successors("00001"))
                    .entry(
                            EntryBuilder.of("0003T")
                                    .active("2020-01-01", "2025-12-31")
                                    .remark("gone; date L"))
                    .entry(EntryBuilder.of("A00.1").active("2000-01-01", "9999-12-31"))
                    .release("CPT")
                    .compile();

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    00001, 2025-12-31, BLOCK
                    00001, 2026-01-01, ''
                    00001, 2026-12-31, ''
                    00001, 2027-01-01, BLOCK
                    00002, 2025-12-31, ''
                    00002, 2026-01-01, BLOCK
                    0003T, 2026-01-01, WARN
                    0003T, 2026-12-30, WARN
                    0003T, 2027-01-01, BLOCK
                    0003T, 2018-12-31, BLOCK
                    0003T, 2019-06-30, WARN
                    00009, 2026-01-01, WARN
                    """)
    void aCodeOutOfForceIsRefused(String code, String serviceDate, String expected) {
        var claim = chosen(BOOK, EncounterBuilder.on(serviceDate).build(), lines(BOOK, code));

        assertThat(said(new ActiveDateEdit(BOOK.codeSets()), claim))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected + " " + code));
    }

    @Test
    void whatReplacedACodeIsNamed() {
        var claim = chosen(BOOK, EncounterBuilder.on("2026-06-30").build(), lines(BOOK, "00002"));

        assertThat(new ActiveDateEdit(BOOK.codeSets()).check(claim))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.remedy()).contains("00001");
                    assertThat(finding.message()).contains("2025-12-31");
                    assertThat(finding.source()).contains("CPT 2026");
                    assertThat(finding.line()).isEqualTo(1);
                });
    }

    @Test
    void aDiagnosisThatTheLoadedEditionLeavesOutIsRefused() {
        var book =
                BOOK.loads(
                        new SourceEdition(
                                SourceKind.ICD_10_CM,
                                "FY2026",
                                LocalDate.of(2025, 10, 1),
                                LocalDate.of(2026, 9, 30)),
                        new OfficialRow.Icd10(
                                new Code.Icd10("A00.2"), Billing.BILLABLE, "made up", "made up"));
        var claim =
                chosen(
                        book,
                        EncounterBuilder.on("2026-06-30").build(),
                        List.of(),
                        lines(book, "A00.1").getFirst(),
                        lines(book, "A00.2").getFirst());

        assertThat(new ActiveDateEdit(book.codeSets()).check(claim))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.subject()).isEqualTo("A00.1");
                    assertThat(finding.message()).contains("does not list");
                    assertThat(finding.source()).contains("ICD-10-CM FY2026");
                });
    }
}
