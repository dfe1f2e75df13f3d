package dev.superbill.rule.coverage;

import static dev.superbill.rule.Claims.chosen;
import static dev.superbill.rule.Claims.draft;
import static dev.superbill.rule.Claims.line;
import static dev.superbill.rule.Claims.lines;
import static dev.superbill.rule.Claims.pointing;
import static dev.superbill.rule.Claims.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.code.Code;
import dev.superbill.codeset.EntryBuilder;
import dev.superbill.codeset.OfficialRow;
import dev.superbill.codeset.OfficialRow.CoveredDiagnosis.Effect;
import dev.superbill.codeset.SourceEdition;
import dev.superbill.codeset.SourceKind;
import dev.superbill.mention.CodeBook;
import dev.superbill.note.EncounterBuilder;
import dev.superbill.rule.Severity;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MedicalNecessityEditTest {
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate TO = LocalDate.of(2026, 12, 31);
    private static final CodeBook.Compiled BARE =
            new CodeBook().says("00001", "widget").says("00002", "gadget").compile();

    /// 00001 has an article in J1 and one in J2; 00002 a national one; 00003 one in J1 that lapsed.
    private static final CodeBook.Compiled BOOK =
            BARE.loads(
                    new SourceEdition(SourceKind.COVERAGE, "made up", FROM, TO),
                    article("A1", TO, "J1"),
                    procedure("A1", "00001"),
                    diagnosis("A1", "A00.1", Effect.SUPPORTS),
                    diagnosis("A1", "A00.2", Effect.DOES_NOT_SUPPORT),
                    article("A2", TO, "J2"),
                    procedure("A2", "00001"),
                    diagnosis("A2", "A00.3", Effect.SUPPORTS),
                    article("N1", TO),
                    procedure("N1", "00002"),
                    diagnosis("N1", "A00.1", Effect.SUPPORTS),
                    article("A3", LocalDate.of(2026, 3, 31), "J1"),
                    procedure("A3", "00003"),
                    diagnosis("A3", "A00.1", Effect.SUPPORTS));

    private static OfficialRow article(String id, LocalDate to, String... jurisdictions) {
        return new OfficialRow.Determination(id, "made up", FROM, to, List.of(jurisdictions));
    }

    private static OfficialRow procedure(String article, String code) {
        return new OfficialRow.CoveredProcedure(article, 0, EntryBuilder.code(code));
    }

    private static OfficialRow diagnosis(String article, String code, Effect effect) {
        return new OfficialRow.CoveredDiagnosis(article, 0, new Code.Icd10(code), effect);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    00001 | A00.1       | J1 | medicare | ''
                    00001 | A00.1       | j1 | ''       | ''
                    00001 | A00.9       | J1 | medicare | BLOCK 00001
                    00001 | A00.2       | J1 | medicare | BLOCK 00001
                    00001 | A00.9 A00.1 | J1 | medicare | ''
                    00001 | A00.1       | J2 | medicare | BLOCK 00001
                    00001 | A00.3       | J2 | medicare | ''
                    00001 | A00.9       | J3 | medicare | ''
                    00001 | A00.1       | '' | medicare | ''
                    00001 | A00.9       | '' | ''       | WARN 00001,WARN 00001
                    00001 | A00.9       | J1 | acme     | ''
                    00001 | A00.9       | J1 | medicare-advantage | BLOCK 00001
                    00002 | A00.1       | J3 | medicare | ''
                    00002 | A00.9       | J3 | medicare | BLOCK 00002
                    00002 | A00.9       | '' | ''       | BLOCK 00002
                    00003 | A00.9       | J1 | medicare | ''
                    00009 | A00.9       | J1 | medicare | ''
                    """)
    void aDiagnosisOfTheLineSupportsIt(
            String code, String diagnoses, String jurisdiction, String payer, String expected) {
        var encounter =
                EncounterBuilder.on("2026-06-30").jurisdiction(jurisdiction).payer(payer).build();
        var claim = chosen(BOOK, encounter, List.of(pointing(line(BOOK, code), diagnoses)));

        assertThat(said(new MedicalNecessityEdit(BOOK.codeSets()), claim))
                .isEqualTo(expected.isEmpty() ? List.of() : Arrays.asList(expected.split(",", -1)));
    }

    @Test
    void aDraftIsWarnedByAllItsDiagnoses() {
        var encounter = EncounterBuilder.on("2026-06-30").jurisdiction("J1").build();
        var rule = new MedicalNecessityEdit(BOOK.codeSets());

        assertThat(said(rule, draft(BOOK, encounter, lines(BOOK, "00001"), line(BOOK, "A00.9"))))
                .containsExactly("WARN 00001");
        assertThat(said(rule, draft(BOOK, encounter, lines(BOOK, "00001"), line(BOOK, "A00.1"))))
                .isEmpty();
    }

    @Test
    void whatWouldSupportItAndWhatDoesNotAreNamed() {
        var encounter = EncounterBuilder.on("2026-06-30").jurisdiction("J1").build();
        var claim = chosen(BOOK, encounter, List.of(pointing(line(BOOK, "00001"), "A00.2")));

        assertThat(new MedicalNecessityEdit(BOOK.codeSets()).check(claim))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).contains("A1", "A00.2");
                    assertThat(finding.remedy()).contains("A00.1").doesNotContain("A00.2");
                    assertThat(finding.source()).contains("MCD made up");
                });
    }

    @ParameterizedTest
    @CsvSource({"'', 2026-06-30, 1", "medicare, 2026-06-30, 1", "acme, 2026-06-30, 0"})
    void thatNothingIsLoadedIsSaidOnce(String payer, String serviceDate, int findings) {
        var encounter = EncounterBuilder.on(serviceDate).payer(payer).build();
        var claim = chosen(BARE, encounter, lines(BARE, "00001 00002"));

        assertThat(new MedicalNecessityEdit(BARE.codeSets()).check(claim))
                .hasSize(findings)
                .allSatisfy(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.INFO);
                    assertThat(finding.general()).isTrue();
                });
    }

    @Test
    void anEditionForOtherDatesIsNoneForThisOne() {
        var claim = chosen(BOOK, EncounterBuilder.on("2027-01-01").build(), lines(BOOK, "00001"));

        assertThat(said(new MedicalNecessityEdit(BOOK.codeSets()), claim)).containsExactly("INFO ");
    }
}
