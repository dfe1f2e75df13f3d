package dev.superbill.rule.encounter;

import static dev.superbill.rule.Claims.claim;
import static dev.superbill.rule.Claims.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.mention.CodeBook;
import dev.superbill.note.EncounterBuilder;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Severity;
import java.util.Arrays;
import java.util.List;
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

        var findings = new EditionEdit(compiled.codeSets()).check(claim);

        assertThat(findings).hasSameSizeAs(names(missing));
        for (int i = 0; i < findings.size(); i++) {
            assertThat(findings.get(i).message()).contains(names(missing).get(i), serviceDate);
            assertThat(findings.get(i).severity()).isEqualTo(Severity.WARN);
            assertThat(findings.get(i)).matches(Finding::general);
        }
    }

    private static List<String> names(String list) {
        return list.isEmpty() ? List.of() : Arrays.asList(list.split("\\|", -1));
    }
}
