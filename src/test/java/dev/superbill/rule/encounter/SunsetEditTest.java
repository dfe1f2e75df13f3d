package dev.superbill.rule.encounter;

import static dev.superbill.rule.Claims.claim;
import static dev.superbill.rule.Claims.line;
import static dev.superbill.rule.Claims.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.codeset.EntryBuilder;
import dev.superbill.mention.CodeBook;
import dev.superbill.note.EncounterBuilder;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SunsetEditTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0001T, uncertain, WARN 0001T
                    0001T, '',        ''
                    00001, uncertain, ''
                    X0001, uncertain, ''
                    """)
    void aCategoryThreeCodeOfUncertainStatusGoesToAPerson(
            String code, String remark, String expected) {
        var book = new CodeBook().entry(EntryBuilder.of(code).remark(remark)).compile();
        var claim =
                claim(book, "a note", EncounterBuilder.on("2026-06-30").build(), line(book, code));

        assertThat(said(new SunsetEdit(), claim))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }
}
