package dev.superbill.rule.ncci;

import static dev.superbill.rule.Claims.chosen;
import static dev.superbill.rule.Claims.claim;
import static dev.superbill.rule.Claims.line;
import static dev.superbill.rule.Claims.lines;
import static dev.superbill.rule.Claims.said;
import static dev.superbill.rule.Claims.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.codeset.EntryBuilder;
import dev.superbill.codeset.MueLimit;
import dev.superbill.codeset.OfficialRow;
import dev.superbill.codeset.SourceKind;
import dev.superbill.mention.CodeBook;
import dev.superbill.mention.Laterality;
import dev.superbill.note.ClaimType;
import dev.superbill.note.EncounterBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MueEditTest {
    private static final CodeBook.Compiled BOOK =
            new CodeBook()
                    .entry(EntryBuilder.of("00001").mue(2, 1))
                    .entry(EntryBuilder.of("00002").mue(2, 2))
                    .entry(EntryBuilder.of("00003").mue(2, 3))
                    .entry(EntryBuilder.of("00004").mue(0, 2))
                    .entry(EntryBuilder.of("00005"))
                    .compile();

    @Test
    void aValueOfZeroBindsMedicareAlone() {
        assertThat(units("medicare")).containsExactly("BLOCK 00004");
        assertThat(units("commercial")).isEmpty();
    }

    private static List<String> units(String payer) {
        return said(
                new MueEdit(BOOK.codeSets()),
                claim(
                        BOOK,
                        "a note",
                        EncounterBuilder.on("2026-06-30").payer(payer).build(),
                        line(BOOK, "00004", 1, Laterality.NONE)));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    00001, 2, 0,  ''
                    00001, 3, 0,  BLOCK 00001
                    00001, 2, 9,  WARN 00001
                    00002, 2, 0,  ''
                    00002, 3, 0,  BLOCK 00002
                    00002, 1, 1,  ''
                    00002, 1, 2,  BLOCK 00002
                    00003, 2, 0,  ''
                    00003, 3, 0,  WARN 00003
                    00003, 1, 1,  ''
                    00003, 1, 2,  WARN 00003
                    00004, 1, 0,  ''
                    00005, 99, 9, ''
                    """)
    void unitsAboveTheMueValueAreDenied(String code, int units, int billed, String expected) {
        var encounter = EncounterBuilder.on("2026-06-30");
        if (billed > 0) {
            encounter.billed(EntryBuilder.code(code), billed);
        }

        assertThat(
                        said(
                                new MueEdit(BOOK.codeSets()),
                                claim(
                                        BOOK,
                                        "a note",
                                        encounter.build(),
                                        line(BOOK, code, units, Laterality.NONE))))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource({"00001, 1", "00002, 2", "00003, 2"})
    void linesOfOneCodeAddUpWhereTheDayIsCounted(String code, int findings) {
        var claim =
                claim(
                        BOOK,
                        "a note",
                        EncounterBuilder.on("2026-06-30").build(),
                        line(BOOK, code, 2, Laterality.NONE),
                        line(BOOK, code, 1, Laterality.NONE));

        assertThat(new MueEdit(BOOK.codeSets()).check(claim)).hasSize(findings);
    }

    @Test
    void unitsOfOtherCodesDoNotCount() {
        var claim =
                claim(
                        BOOK,
                        "a note",
                        EncounterBuilder.on("2026-06-30")
                                .billed(EntryBuilder.code("00005"), 9)
                                .build(),
                        line(BOOK, "00002", 2, Laterality.NONE));

        assertThat(new MueEdit(BOOK.codeSets()).check(claim)).isEmpty();
    }

    /// MAI 1 denies line by line, so that repeats stand apart where a modifier says why.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    00001 x2, 00001 x2 76    | ''    | ''
                    00001 x2, 00001 x2 77    | ''    | ''
                    00001 x2, 00001 x2 91    | ''    | ''
                    00001 x2, 00001 x2 59    | ''    | ''
                    00001 x2, 00001 x2 XS    | ''    | ''
                    00001 LT, 00001 RT       | ''    | ''
                    00001 F1, 00001          | ''    | ''
                    00001 x2, 00001 x2       | ''    | WARN 00001
                    00001 x2, 00001 x2 51    | ''    | WARN 00001
                    00001, 00001, 00001      | ''    | WARN 00001, WARN 00001
                    00001 x2, 00001 x3 76    | ''    | BLOCK 00001
                    00001 76                 | 00001 | ''
                    00001                    | 00001 | WARN 00001
                    00001                    | 00005 | ''
                    00002, 00002 76          | ''    | ''
                    00002, 00002 x2 59       | ''    | BLOCK 00002, BLOCK 00002
                    00003, 00003 x2 59       | ''    | WARN 00003, WARN 00003
                    """)
    void repeatsOnLinesOfTheirOwnNeedAModifier(String lines, String billed, String expected) {
        var encounter = EncounterBuilder.on("2026-06-30");
        if (!billed.isEmpty()) {
            encounter.billed(EntryBuilder.code(billed), 1);
        }

        assertThat(
                        told(
                                new MueEdit(BOOK.codeSets()),
                                chosen(BOOK, encounter.build(), lines(BOOK, lines))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    PROFESSIONAL, 00006, 3, ''
                    PROFESSIONAL, 00006, 4, BLOCK 00006
                    FACILITY,     00006, 5, ''
                    FACILITY,     00006, 6, WARN 00006
                    PROFESSIONAL, 00002, 3, BLOCK 00002
                    FACILITY,     00002, 3, ''
                    """)
    void theClaimTypePicksTheValueAndTheOfficialOneGoesFirst(
            ClaimType claimType, String code, int units, String expected) {
        var book =
                new CodeBook()
                        .entry(EntryBuilder.of("00002").mue(2, 2))
                        .entry(EntryBuilder.of("00006").mue(1, 2))
                        .official(SourceKind.MUE_PRACTITIONER, mue("00006", 3, 2))
                        .official(SourceKind.MUE_OUTPATIENT, mue("00006", 5, 3))
                        .compile();
        var encounter = EncounterBuilder.on("2026-06-30").claimType(claimType).build();
        var claim = chosen(book, encounter, lines(book, code + " x" + units));

        assertThat(told(new MueEdit(book.codeSets()), claim)).isEqualTo(expected);
    }

    private static OfficialRow.Mue mue(String code, int units, int adjudication) {
        return new OfficialRow.Mue(
                EntryBuilder.code(code), new MueLimit(units, adjudication), "made-up reason");
    }

    @Test
    void anOfficialValueBringsItsReasonAndEdition() {
        var book =
                new CodeBook()
                        .official(SourceKind.MUE_PRACTITIONER, mue("00006", 3, 2))
                        .entry(EntryBuilder.of("00006"))
                        .compile();
        var claim =
                chosen(book, EncounterBuilder.on("2026-06-30").build(), lines(book, "00006 x4"));

        var finding = new MueEdit(book.codeSets()).check(claim).getFirst();

        assertThat(finding.line()).isEqualTo(1);
        assertThat(finding.message()).contains("4 units", "all units", "made-up reason");
        assertThat(finding.source()).endsWith("MUE 2026");
    }

    @ParameterizedTest
    @CsvSource({"00001, false", "00002, true", "00003, false"})
    void onlyAnAbsoluteLimitHasNoRemedy(String code, boolean none) {
        var claim =
                claim(
                        BOOK,
                        "a note",
                        EncounterBuilder.on("2026-06-30").build(),
                        line(BOOK, code, 3, Laterality.NONE));

        assertThat(new MueEdit(BOOK.codeSets()).check(claim).getFirst().remedy().isEmpty())
                .isEqualTo(none);
    }
}
