package dev.superbill.rule.ncci;

import static dev.superbill.rule.Claims.chosen;
import static dev.superbill.rule.Claims.claim;
import static dev.superbill.rule.Claims.draft;
import static dev.superbill.rule.Claims.line;
import static dev.superbill.rule.Claims.lines;
import static dev.superbill.rule.Claims.said;
import static dev.superbill.rule.Claims.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.codeset.AddOn;
import dev.superbill.codeset.EntryBuilder;
import dev.superbill.mention.CodeBook;
import dev.superbill.note.EncounterBuilder;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddOnEditTest {
    private static final CodeBook.Compiled BOOK =
            new CodeBook()
                    .entry(EntryBuilder.of("00001"))
                    .entry(EntryBuilder.of("00002"))
                    .entry(EntryBuilder.of("00003"))
                    .entry(EntryBuilder.of("00011").addOnTo("00001", "00002"))
                    .entry(EntryBuilder.of("00012").addOn(new AddOn.ToAny()))
                    .entry(
                            EntryBuilder.of("00013")
                                    .addOnTo(
                                            "10001", "10002", "10003", "10004", "10005", "10006",
                                            "10007"))
                    .entry(
                            EntryBuilder.of("00014")
                                    .addOn(new AddOn.ToThese(List.of(EntryBuilder.code("00001")))))
                    .edit("00009", "00001", 0)
                    .compile();

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    00001,             '',    ''
                    00011,             '',    WARN 00011
                    00011 00001,       '',    ''
                    00002 00011,       '',    ''
                    00011 00003,       '',    WARN 00011
                    00011,             00001, ''
                    00011,             00003, WARN 00011
                    00011,             00011, WARN 00011
                    00012,             '',    WARN 00012
                    00012 00003,       '',    ''
                    00012,             00003, ''
                    00011 00012,       '',    WARN 00011
                    """)
    void anAddOnNeedsOneOfItsPrimaries(String codes, String billed, String expected) {
        var encounter = EncounterBuilder.on("2026-06-30");
        if (!billed.isEmpty()) {
            encounter.billed(EntryBuilder.code(billed), 1);
        }
        var lines =
                Arrays.stream(codes.split(" ", -1))
                        .map(code -> line(BOOK, code))
                        .toArray(ClaimLine[]::new);

        assertThat(
                        said(
                                new AddOnEdit(BOOK.codeSets()),
                                claim(BOOK, "a note", encounter.build(), lines)))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    DRAFT  | 00011               | WARN 00011
                    CHOSEN | 00011               | BLOCK 00011
                    CHOSEN | 00011, 00003        | BLOCK 00011
                    CHOSEN | 00011, 00002        | ''
                    DRAFT  | 00012               | WARN 00012
                    CHOSEN | 00012               | WARN 00012
                    CHOSEN | 00012, 00003        | ''
                    DRAFT  | 00014               | WARN 00014
                    CHOSEN | 00014               | WARN 00014
                    CHOSEN | 00014, 00003        | WARN 00014
                    CHOSEN | 00014, 00001        | ''
                    CHOSEN | 00001, 00009        | ''
                    CHOSEN | 00011, 00001, 00009 | BLOCK 00011
                    DRAFT  | 00011, 00001, 00009 | WARN 00011
                    CHOSEN | 00011, 00001, 00009, 00002 | ''
                    CHOSEN | 00012, 00001, 00009 | ''
                    """)
    void aMissingPrimaryBlocksWhereTheListIsFixed(
            Claim.State state, String codes, String expected) {
        var encounter = EncounterBuilder.on("2026-06-30").build();
        var lines = lines(BOOK, codes);
        var claim =
                state == Claim.State.DRAFT
                        ? draft(BOOK, encounter, lines)
                        : chosen(BOOK, encounter, lines);

        assertThat(told(new AddOnEdit(BOOK.codeSets()), claim)).isEqualTo(expected);
    }

    @Test
    void aPrimaryThatIsItselfDeniedIsNamed() {
        var claim =
                chosen(
                        BOOK,
                        EncounterBuilder.on("2026-06-30").build(),
                        lines(BOOK, "00009, 00001, 00011"));

        var finding = new AddOnEdit(BOOK.codeSets()).check(claim).getFirst();

        assertThat(finding.line()).isEqualTo(3);
        assertThat(finding.message()).contains("00011", "00001", "denied");
    }

    @Test
    void atMostSixPrimariesAreNamed() {
        var claim =
                claim(
                        BOOK,
                        "a note",
                        EncounterBuilder.on("2026-06-30").build(),
                        line(BOOK, "00013"));

        assertThat(new AddOnEdit(BOOK.codeSets()).check(claim).getFirst().remedy())
                .contains("10001", "10006", "\u2026")
                .doesNotContain("10007");
    }
}
