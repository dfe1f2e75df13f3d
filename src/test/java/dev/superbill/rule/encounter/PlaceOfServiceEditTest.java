package dev.superbill.rule.encounter;

import static dev.superbill.rule.Claims.chosen;
import static dev.superbill.rule.Claims.draft;
import static dev.superbill.rule.Claims.lines;
import static dev.superbill.rule.Claims.said;
import static org.assertj.core.api.Assertions.assertThat;

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

class PlaceOfServiceEditTest {
    private static final CodeBook.Compiled BOOK = new CodeBook().says("00001", "widget").compile();

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    99213, 11, ''
                    99213, 22, ''
                    99213, 02, ''
                    99213, 21, BLOCK
                    99213, 31, BLOCK
                    99213, 23, WARN
                    99284, 23, ''
                    99284, 11, BLOCK
                    99284, 21, BLOCK
                    99223, 21, ''
                    99223, 22, ''
                    99223, 23, ''
                    99223, 11, BLOCK
                    99223, 31, BLOCK
                    99254, 31, ''
                    99254, 11, BLOCK
                    99308, 31, ''
                    99308, 32, ''
                    99308, 21, BLOCK
                    99348, 12, ''
                    99348, 13, ''
                    99348, 11, BLOCK
                    47562, 02, BLOCK
                    47562, 10, BLOCK
                    47562, 24, ''
                    71046, 02, ''
                    27447, 11, BLOCK
                    27447, 22, ''
                    0042T, 02, ''
                    00100, 10, BLOCK
                    99213, '', ''
                    """)
    void aServiceHasItsPlaces(String code, String place, String expected) {
        var encounter = EncounterBuilder.on("2026-06-30").place(place).build();

        assertThat(
                        said(
                                new PlaceOfServiceEdit(BOOK.codeSets()),
                                chosen(BOOK, encounter, lines(BOOK, code))))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected + " " + code));
    }

    @Test
    void aDraftIsWarned() {
        var encounter = EncounterBuilder.on("2026-06-30").place("21").build();

        assertThat(
                        said(
                                new PlaceOfServiceEdit(BOOK.codeSets()),
                                draft(BOOK, encounter, lines(BOOK, "99213"))))
                .containsExactly("WARN 99213");
    }

    @ParameterizedTest
    @CsvSource({"11, ''", "28, BLOCK", "98, BLOCK", "66, ''"})
    void aPlaceThatIsNotAssignedIsSaidToBeSo(String place, String expected) {
        var encounter = EncounterBuilder.on("2026-06-30").place(place).build();

        assertThat(
                        said(
                                new PlaceOfServiceEdit(BOOK.codeSets()),
                                chosen(BOOK, encounter, lines(BOOK, "00001"))))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected + " "));
    }

    @Test
    void theLoadedListOfPlacesDecides() {
        var book =
                BOOK.loads(
                        new SourceEdition(
                                SourceKind.PLACE_OF_SERVICE,
                                "made up",
                                LocalDate.of(2026, 1, 1),
                                LocalDate.of(2026, 12, 31)),
                        new OfficialRow.Place(
                                "98", OfficialRow.Place.Setting.NON_FACILITY, "made up"));
        var rule = new PlaceOfServiceEdit(book.codeSets());

        assertThat(said(rule, at(book, "98"))).isEmpty();
        assertThat(said(rule, at(book, "11"))).containsExactly("BLOCK ");
    }

    private static Claim at(CodeBook.Compiled book, String place) {
        return chosen(
                book, EncounterBuilder.on("2026-06-30").place(place).build(), lines(book, "00001"));
    }
}
