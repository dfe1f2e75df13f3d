package dev.superbill.rule.diagnosis;

import static dev.superbill.rule.Claims.chosen;
import static dev.superbill.rule.Claims.line;
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
import dev.superbill.rule.Claim;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillableDiagnosisEditTest {
    private static final CodeBook.Compiled BOOK =
            new CodeBook()
                    .entry(diagnosis("A00.11"))
                    .entry(diagnosis("A00.12"))
                    .entry(diagnosis("A01"))
                    .entry(diagnosis("A42.0"))
                    .compile()
                    .loads(
                            new SourceEdition(
                                    SourceKind.ICD_10_CM,
                                    "FY2027",
                                    LocalDate.of(2026, 10, 1),
                                    LocalDate.of(2027, 9, 30)),
                            row("A42.0", Billing.HEADER),
                            row("A42.00", Billing.BILLABLE),
                            row("A42.01", Billing.BILLABLE),
                            row("A42.09", Billing.BILLABLE));

    private static EntryBuilder diagnosis(String code) {
        return EntryBuilder.of(code).active("2000-01-01", "9999-12-31");
    }

    private static OfficialRow row(String code, Billing billing) {
        return new OfficialRow.Icd10(new Code.Icd10(code), billing, "made up", "made up");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    A00,    2026-06-30, BLOCK
                    A00.1,  2026-06-30, BLOCK
                    A00.11, 2026-06-30, ''
                    A01,    2026-06-30, ''
                    A02,    2026-06-30, ''
                    A42.0,  2026-09-30, ''
                    A42.0,  2026-10-01, BLOCK
                    A42.00, 2026-10-01, ''
                    """)
    void aHeaderIsRefused(String code, String serviceDate, String expected) {
        assertThat(said(new BillableDiagnosisEdit(BOOK.codeSets()), claim(code, serviceDate)))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected + " " + code));
    }

    @Test
    void theCodesBelowAreNamed() {
        var rule = new BillableDiagnosisEdit(BOOK.codeSets());

        assertThat(rule.check(claim("A42.0", "2026-10-01")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.remedy()).contains("A42.00, A42.01, A42.09");
                    assertThat(finding.source()).contains("FY2027");
                });
        assertThat(rule.check(claim("A00", "2026-06-30")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()).contains("A00.11, A00.12"));
    }

    private static Claim claim(String code, String serviceDate) {
        return chosen(BOOK, EncounterBuilder.on(serviceDate).build(), List.of(), line(BOOK, code));
    }
}
