package dev.superbill.rule.diagnosis;

import static dev.superbill.rule.Claims.chosen;
import static dev.superbill.rule.Claims.draft;
import static dev.superbill.rule.Claims.line;
import static dev.superbill.rule.Claims.modified;
import static dev.superbill.rule.Claims.pointing;
import static dev.superbill.rule.Claims.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.codeset.EntryBuilder;
import dev.superbill.codeset.Side;
import dev.superbill.mention.CodeBook;
import dev.superbill.mention.Laterality;
import dev.superbill.note.EncounterBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisLateralityEditTest {
    private static final CodeBook.Compiled BOOK =
            new CodeBook()
                    .says("00001", "widget")
                    .entry(EntryBuilder.of("A00.1").side(Side.RIGHT).group("organ"))
                    .entry(EntryBuilder.of("A00.2").side(Side.LEFT).group("organ"))
                    .entry(EntryBuilder.of("A00.9").side(Side.UNSPECIFIED).group("organ"))
                    .entry(EntryBuilder.of("A01.1").description("gadget of the right ear"))
                    .entry(EntryBuilder.of("A02"))
                    .compile();

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    LT,    A00.1,       BLOCK 00001
                    RT,    A00.1,       ''
                    RT,    A00.2,       BLOCK 00001
                    F1,    A00.1,       BLOCK 00001
                    F6,    A00.1,       ''
                    LT,    A01.1,       BLOCK 00001
                    LT,    A02,         ''
                    LT,    A00.1 A00.2, ''
                    LT,    A00.1 A02,   BLOCK 00001
                    50,    A00.1,       ''
                    LT RT, A00.1,       ''
                    '',    A00.1,       ''
                    LT,    A00.9,       WARN A00.9
                    '',    A00.9,       ''
                    """)
    void aLineAndItsDiagnosesLieOnOneSide(String modifiers, String pointers, String expected) {
        var procedure = pointing(modified(BOOK, "00001", modifiers), pointers);
        var first = pointers.split(" ", -1)[0];
        var claim =
                chosen(
                        BOOK,
                        EncounterBuilder.on("2026-06-30").build(),
                        List.of(procedure),
                        line(BOOK, first));

        assertThat(said(new DiagnosisLateralityEdit(BOOK.codeSets()), claim))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void aDraftIsNotJudgedByDiagnosesThatItsLineDoesNotPointTo() {
        var claim =
                draft(
                        BOOK,
                        EncounterBuilder.on("2026-06-30").build(),
                        List.of(modified(BOOK, "00001", "LT")),
                        line(BOOK, "A00.1"));

        assertThat(said(new DiagnosisLateralityEdit(BOOK.codeSets()), claim)).isEmpty();
    }

    @Test
    void theSideThatTheNoteNamesIsCoded() {
        var claim =
                draft(
                        BOOK,
                        EncounterBuilder.on("2026-06-30").build(),
                        List.of(),
                        line(BOOK, "A00.9", 1, Laterality.LEFT));

        assertThat(new DiagnosisLateralityEdit(BOOK.codeSets()).check(claim))
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()).contains("A00.2"));
    }
}
