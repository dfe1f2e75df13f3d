package dev.superbill.rule.encounter;

import static dev.superbill.rule.Claims.chosen;
import static dev.superbill.rule.Claims.draft;
import static dev.superbill.rule.Claims.lines;
import static dev.superbill.rule.Claims.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.code.Code;
import dev.superbill.codeset.CodeRange;
import dev.superbill.codeset.PatientLimit;
import dev.superbill.codeset.Supplement;
import dev.superbill.mention.CodeBook;
import dev.superbill.note.EncounterBuilder;
import dev.superbill.note.Fact;
import dev.superbill.note.Sex;
import dev.superbill.rule.ClaimLine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientEditsTest {
    private static final CodeBook.Compiled BOOK =
            new CodeBook()
                    .says("00001", "widget")
                    .supplement(PatientEditsTest::addLimits)
                    .compile();

    private static void addLimits(Supplement.Builder supplement) {
        supplement
                .limit(
                        CodeRange.of("00001-00003"),
                        new PatientLimit(Fact.unknown(), 5, 11, "by its wording"))
                .limit(
                        CodeRange.of("00004"),
                        new PatientLimit(Fact.unknown(), 50, 77, "50 to 77 years (Medicare)"))
                .limit(
                        CodeRange.of("00005"),
                        new PatientLimit(Fact.known(Sex.FEMALE), 0, 130, "an organ"))
                .limit(
                        CodeRange.of("A00-A09"),
                        new PatientLimit(Fact.known(Sex.MALE), 15, 130, "a disease"));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    00001, 4,   '',       BLOCK
                    00001, 5,   '',       ''
                    00003, 11,  '',       ''
                    00003, 12,  '',       BLOCK
                    00009, 12,  '',       ''
                    00004, 49,  '',       WARN
                    00004, 49,  medicare, WARN
                    00004, 49,  acme,     ''
                    00004, 77,  medicare, ''
                    A00.1, 14,  '',       WARN
                    A00.1, 15,  '',       ''
                    A09.9, 14,  '',       WARN
                    A10.1, 14,  '',       ''
                    """)
    void aCodeIsForItsAge(String code, int years, String payer, String expected) {
        var encounter = EncounterBuilder.on("2026-06-30").age(years).payer(payer).build();

        assertThat(
                        said(
                                new AgeEdit(BOOK.codeSets()),
                                chosen(BOOK, encounter, procedures(code), diagnoses(code))))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected + " " + code));
    }

    @Test
    void aDraftIsWarnedOfTheAge() {
        var encounter = EncounterBuilder.on("2026-06-30").age(4).build();

        assertThat(said(new AgeEdit(BOOK.codeSets()), draft(BOOK, encounter, procedures("00001"))))
                .containsExactly("WARN 00001");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    00005, MALE,   WARN
                    00005, FEMALE, ''
                    00005, OTHER,  ''
                    00001, MALE,   ''
                    A00.1, FEMALE, WARN
                    A00.1, MALE,   ''
                    """)
    void aCodeIsForItsSex(String code, Sex sex, String expected) {
        var encounter = EncounterBuilder.on("2026-06-30").sex(sex).build();

        assertThat(
                        said(
                                new SexEdit(BOOK.codeSets()),
                                chosen(BOOK, encounter, procedures(code), diagnoses(code))))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected + " " + code));
    }

    @Test
    void anUnknownPatientSaysNothing() {
        var claim =
                chosen(
                        BOOK,
                        EncounterBuilder.on("2026-06-30").build(),
                        procedures("00001"),
                        diagnoses("A00.1"));

        assertThat(said(new AgeEdit(BOOK.codeSets()), claim)).isEmpty();
        assertThat(said(new SexEdit(BOOK.codeSets()), claim)).isEmpty();
    }

    private static List<ClaimLine> procedures(String code) {
        return lines(BOOK, code).stream()
                .filter(line -> !(line.entry().code() instanceof Code.Icd10))
                .toList();
    }

    private static ClaimLine[] diagnoses(String code) {
        return lines(BOOK, code).stream()
                .filter(line -> line.entry().code() instanceof Code.Icd10)
                .toArray(ClaimLine[]::new);
    }
}
