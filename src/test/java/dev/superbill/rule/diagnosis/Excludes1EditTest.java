package dev.superbill.rule.diagnosis;

import static dev.superbill.rule.Claims.chosen;
import static dev.superbill.rule.Claims.draft;
import static dev.superbill.rule.Claims.lines;
import static dev.superbill.rule.Claims.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.code.Code;
import dev.superbill.codeset.OfficialRow;
import dev.superbill.codeset.SourceEdition;
import dev.superbill.codeset.SourceKind;
import dev.superbill.mention.CodeBook;
import dev.superbill.note.EncounterBuilder;
import dev.superbill.rule.ClaimLine;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Excludes1EditTest {
    private static final CodeBook.Compiled BOOK =
            new CodeBook()
                    .says("00001", "widget")
                    .ships(
                            new SourceEdition(
                                    SourceKind.ICD_10_CM_EXCLUDES,
                                    "FY2026",
                                    LocalDate.of(2025, 10, 1),
                                    LocalDate.of(2026, 9, 30)),
                            note("A11", "A08", "A09"),
                            note("A20.1", "A30", "A30"))
                    .compile();

    private static OfficialRow note(String code, String from, String to) {
        return new OfficialRow.Excludes1(
                new Code.Icd10(code), new Code.Icd10(from), new Code.Icd10(to));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    A11.9 A08.1,        2026-06-30, WARN A08.1
                    A08.1 A11.9,        2026-06-30, WARN A11.9
                    A11.9 A09,          2026-06-30, WARN A09
                    A11.9 A10.1,        2026-06-30, ''
                    A11.9 A11.8,        2026-06-30, ''
                    A20.11 A30.5,       2026-06-30, WARN A30.5
                    A20.2 A30.5,        2026-06-30, ''
                    A11.9 A08.1 A09.2,  2026-06-30, WARN A08.1|WARN A09.2
                    A11.9 A08.1,        2026-10-01, ''
                    A11.9,              2026-06-30, ''
                    """)
    void twoDiagnosesThatANoteSetsApartAreLookedAt(
            String codes, String serviceDate, String expected) {
        var encounter = EncounterBuilder.on(serviceDate).build();
        var diagnoses = lines(BOOK, codes).toArray(ClaimLine[]::new);
        var rule = new Excludes1Edit(BOOK.codeSets());
        var said = expected.isEmpty() ? List.of() : Arrays.asList(expected.split("\\|", -1));

        assertThat(said(rule, chosen(BOOK, encounter, List.of(), diagnoses))).isEqualTo(said);
        assertThat(said(rule, draft(BOOK, encounter, List.of(), diagnoses))).isEqualTo(said);
    }
}
