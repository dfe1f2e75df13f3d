package dev.superbill.rule.encounter;

import static dev.superbill.rule.Claims.claim;
import static dev.superbill.rule.Claims.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.codeset.CodeEntry;
import dev.superbill.codeset.EntryBuilder;
import dev.superbill.codeset.MueLimit;
import dev.superbill.codeset.OfficialRow;
import dev.superbill.codeset.PtpPair;
import dev.superbill.codeset.SourceEdition;
import dev.superbill.codeset.SourceKind;
import dev.superbill.mention.CodeBook;
import dev.superbill.note.ClaimType;
import dev.superbill.note.EncounterBuilder;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Severity;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditionEditTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    2025-12-31, HCPCS|ICD-10-CM|NCCI, HCPCS|ICD-10-CM|NCCI
                    2026-01-01, HCPCS|ICD-10-CM|NCCI, ''
                    2026-12-31, HCPCS|ICD-10-CM|NCCI, ''
                    2027-01-01, HCPCS|ICD-10-CM|NCCI, HCPCS|ICD-10-CM|NCCI
                    2026-06-30, HCPCS|ICD-10-CM,      NCCI
                    2026-06-30, NCCI,                 HCPCS|ICD-10-CM
                    2026-06-30, CPT,                  HCPCS|ICD-10-CM|NCCI
                    """)
    void anEditionThatDoesNotCoverTheServiceDateIsNamed(
            String serviceDate, String loaded, String missing) {
        var book = new CodeBook().says("00001", "widget");
        names(loaded).forEach(book::release);
        var compiled = book.compile();
        var claim =
                claim(
                        compiled,
                        "a note",
                        EncounterBuilder.on(serviceDate).build(),
                        line(compiled, "00001"));

        var findings =
                new EditionEdit(compiled.codeSets())
                        .check(claim).stream()
                                .filter(finding -> finding.severity() != Severity.INFO)
                                .toList();

        assertThat(findings).hasSameSizeAs(names(missing));
        for (int i = 0; i < findings.size(); i++) {
            assertThat(findings.get(i).message()).contains(names(missing).get(i), serviceDate);
            assertThat(findings.get(i).severity()).isEqualTo(Severity.WARN);
            assertThat(findings.get(i)).matches(Finding::general);
        }
    }

    @Test
    void aSampleOfPairsIsSaidToBeOneUntilTheQuarterlyFileIsLoaded() {
        var book = complete();
        var encounter = EncounterBuilder.on("2026-06-30").build();

        assertThat(new EditionEdit(book.codeSets()).check(claim(book, "a note", encounter)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.INFO);
                    assertThat(finding.message()).contains("sample");
                });
        var loaded =
                book.loads(
                        edition(SourceKind.PTP_PRACTITIONER, "2026-04-01", "2026-06-30"),
                        new OfficialRow.Ptp(
                                EntryBuilder.code("00001"),
                                EntryBuilder.code("00002"),
                                new PtpPair(0, LocalDate.of(2026, 1, 1), CodeEntry.ALWAYS_TO),
                                ""));
        assertThat(new EditionEdit(loaded.codeSets()).check(claim(loaded, "a note", encounter)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    MUE_PRACTITIONER, PROFESSIONAL, 2026-06-30, WARN
                    MUE_PRACTITIONER, PROFESSIONAL, 2026-03-31, ''
                    MUE_OUTPATIENT,   PROFESSIONAL, 2026-06-30, ''
                    MUE_DME,          PROFESSIONAL, 2026-06-30, ''
                    """)
    void aFileLoadedForOtherDatesIsMissing(
            SourceKind kind, ClaimType type, String serviceDate, String expected) {
        var book =
                complete()
                        .loads(
                                edition(kind, "2026-01-01", "2026-03-31"),
                                new OfficialRow.Mue(
                                        EntryBuilder.code("00001"), new MueLimit(1, 2), ""));
        var claim = claim(book, "a note", EncounterBuilder.on(serviceDate).claimType(type).build());

        assertThat(new EditionEdit(book.codeSets()).check(claim))
                .filteredOn(finding -> finding.severity() != Severity.INFO)
                .extracting(finding -> finding.severity().name())
                .isEqualTo(names(expected));
    }

    @Test
    void aFacilityNeedsTheHospitalPairs() {
        var book = complete();
        var encounter = EncounterBuilder.on("2026-06-30").claimType(ClaimType.FACILITY).build();

        assertThat(new EditionEdit(book.codeSets()).check(claim(book, "a note", encounter)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("NCCI hospital"));
    }

    private static CodeBook.Compiled complete() {
        return new CodeBook()
                .says("00001", "widget")
                .release("HCPCS")
                .release("ICD-10-CM")
                .release("NCCI")
                .compile();
    }

    private static SourceEdition edition(SourceKind kind, String from, String to) {
        return new SourceEdition(kind, "made up", LocalDate.parse(from), LocalDate.parse(to));
    }

    private static List<String> names(String list) {
        return list.isEmpty() ? List.of() : Arrays.asList(list.split("\\|", -1));
    }
}
