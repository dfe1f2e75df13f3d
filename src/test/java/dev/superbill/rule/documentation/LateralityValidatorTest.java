package dev.superbill.rule.documentation;

import static dev.superbill.rule.Claims.claim;
import static dev.superbill.rule.Claims.line;
import static dev.superbill.rule.Claims.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.codeset.EntryBuilder;
import dev.superbill.mention.CodeBook;
import dev.superbill.mention.Laterality;
import dev.superbill.note.EncounterBuilder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LateralityValidatorTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    1,  NONE,                 WARN 00001
                    1,  LEFT,                 ''
                    1,  RIGHT,                ''
                    1,  BILATERAL,            ''
                    1,  LEFT RIGHT,           WARN 00001
                    1,  RIGHT LEFT,           WARN 00001
                    1,  LEFT RIGHT BILATERAL, ''
                    1,  LEFT BILATERAL,       ''
                    0,  NONE,                 ''
                    0,  LEFT RIGHT,           ''
                    2,  NONE,                 ''
                    3,  NONE,                 ''
                    9,  NONE,                 ''
                    '', NONE,                 ''
                    """)
    void aPairedOrganNeedsOneSideOrBoth(String indicator, String sides, String expected) {
        var book = new CodeBook().entry(EntryBuilder.of("00001").bilateral(indicator)).compile();
        var named =
                Arrays.stream(sides.split(" ", -1))
                        .map(Laterality::valueOf)
                        .toArray(Laterality[]::new);
        var claim =
                claim(
                        book,
                        "a note",
                        EncounterBuilder.on("2026-06-30").build(),
                        line(book, "00001", 1, named));

        assertThat(said(new LateralityValidator(), claim))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }
}
