package dev.superbill.rule.payment;

import static dev.superbill.rule.Claims.chosen;
import static dev.superbill.rule.Claims.draft;
import static dev.superbill.rule.Claims.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.codeset.EntryBuilder;
import dev.superbill.mention.CodeBook;
import dev.superbill.note.EncounterBuilder;
import dev.superbill.rule.Claims;
import dev.superbill.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Assistants, co-surgeons and teams: one indicator each.
class SurgeonEditsTest {
    private static CodeBook.Compiled book(String indicator) {
        return new CodeBook()
                .entry(EntryBuilder.of("20001").surgeons(indicator, indicator, indicator))
                .entry(EntryBuilder.of("99299").surgeons(indicator, indicator, indicator))
                .compile();
    }

    private static String told(Rule rule, String indicator, String payer, String lines) {
        var book = book(indicator);
        var encounter = EncounterBuilder.on("2026-06-30").payer(payer).build();
        return Claims.told(rule, chosen(book, encounter, lines(book, lines)));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0,  80,    WARN 20001
                    0,  81,    WARN 20001
                    0,  82,    WARN 20001
                    0,  AS,    WARN 20001
                    1,  80,    BLOCK 20001
                    1,  AS,    BLOCK 20001
                    2,  80,    ''
                    2,  AS,    ''
                    2,  80 AS, ''
                    2,  80 82, WARN 20001
                    9,  80,    BLOCK 20001
                    '', 80,    ''
                    1,  '',    ''
                    1,  62,    ''
                    """)
    void anAssistantIsPaidByTheIndicator(String indicator, String modifiers, String expected) {
        assertThat(told(new AssistantEdit(), indicator, "", ("20001 " + modifiers).strip()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0,  62,    BLOCK 20001
                    1,  62,    WARN 20001
                    2,  62,    ''
                    9,  62,    BLOCK 20001
                    '', 62,    ''
                    0,  80,    ''
                    2,  62 80, WARN 20001
                    2,  62 AS, WARN 20001
                    2,  62 66, WARN 20001
                    """)
    void coSurgeonsArePermittedByTheIndicator(String indicator, String modifiers, String expected) {
        assertThat(told(new CoSurgeonEdit(), indicator, "", "20001 " + modifiers))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0,  66, BLOCK 20001
                    1,  66, WARN 20001
                    2,  66, INFO 20001
                    9,  66, BLOCK 20001
                    '', 66, ''
                    0,  62, ''
                    """)
    void aTeamIsPermittedByTheIndicator(String indicator, String modifiers, String expected) {
        assertThat(told(new TeamSurgeryEdit(), indicator, "", "20001 " + modifiers))
                .isEqualTo(expected);
    }

    @Test
    void otherPayersHaveListsOfTheirOwn() {
        for (var rule : List.of(new AssistantEdit(), new CoSurgeonEdit(), new TeamSurgeryEdit())) {
            assertThat(told(rule, "9", "commercial", "20001 80 62 66")).isEmpty();
            assertThat(told(rule, "9", "medicare", "20001 80 62 66")).contains("BLOCK");
        }
    }

    @Test
    void aDraftIsWarned() {
        var book = book("9");
        var encounter = EncounterBuilder.on("2026-06-30").build();

        assertThat(
                        Claims.told(
                                new AssistantEdit(),
                                draft(book, encounter, lines(book, "20001 80"))))
                .isEqualTo("WARN 20001");
    }

    @ParameterizedTest
    @CsvSource({
        "assistant, 20001, WARN 20001",
        "assistant, 20001 AS, ''",
        "assistant, 99299, ''",
        "performing, 20001, ''"
    })
    void anAssistantsLineSaysSo(String role, String lines, String expected) {
        var book = book("2");
        var encounter = EncounterBuilder.on("2026-06-30").role(role).build();

        assertThat(Claims.told(new AssistantEdit(), chosen(book, encounter, lines(book, lines))))
                .isEqualTo(expected);
    }
}
