package dev.superbill.rule.ncci;

import static dev.superbill.rule.Claims.claim;
import static dev.superbill.rule.Claims.line;
import static dev.superbill.rule.Claims.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.codeset.EntryBuilder;
import dev.superbill.mention.CodeBook;
import dev.superbill.mention.Laterality;
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
                new MueEdit(),
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
                    00001, 2, 9,  ''
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
                                new MueEdit(),
                                claim(
                                        BOOK,
                                        "a note",
                                        encounter.build(),
                                        line(BOOK, code, units, Laterality.NONE))))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource({"00001, 0", "00002, 2", "00003, 2"})
    void linesOfOneCodeAddUpWhereTheDayIsCounted(String code, int findings) {
        var claim =
                claim(
                        BOOK,
                        "a note",
                        EncounterBuilder.on("2026-06-30").build(),
                        line(BOOK, code, 2, Laterality.NONE),
                        line(BOOK, code, 1, Laterality.NONE));

        assertThat(new MueEdit().check(claim)).hasSize(findings);
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

        assertThat(new MueEdit().check(claim)).isEmpty();
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

        assertThat(new MueEdit().check(claim).getFirst().remedy().isEmpty()).isEqualTo(none);
    }
}
