package dev.superbill.adapter.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryDraftTest {
    private static QueryDraft.Topic topic(String rule, String message, String... quotes) {
        return new QueryDraft.Topic(rule, message, List.of(quotes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "software-analysis",
                "interpretation-and-report",
                "laterality",
                "remote-monitoring",
                "title-without-body",
                "medical-necessity",
                "visit-level",
                "ncci-ptp",
                "ncci-mue",
                "global-period",
                "evidence"
            })
    void aQueryProposesNoAnswerAndNamesNoCodeOrPayment(String rule) {
        var text =
                QueryDraft.of(
                        List.of(
                                topic(
                                        rule,
                                        "47563 is bundled into 47562; report 59 for payment of the"
                                                + " left side")));

        assertThat(text).contains("1. ").contains("?");
        assertThat(text.toLowerCase(Locale.ROOT))
                .doesNotContain("47562", "47563", "payment", "reimburse", "left", "denied", "bill");
        assertThat(text).doesNotContainPattern("(?m)^\\d+\\. (Was|Is|Did|Do|Does|Can|Should) ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    laterality                | no side is documented for a paired organ    | On which side
                    software-analysis         | the data set analysed is not documented     | Which data set
                    software-analysis         | the interpretation is not signed            | Who interpreted
                    software-analysis         | no result of the analysis is documented     | What was the result
                    interpretation-and-report | the report shows no signature               | Who interpreted
                    remote-monitoring         | the device is not documented                | What was supplied
                    medical-necessity         | no diagnosis of the line supports it        | What sign, symptom
                    """)
    void aFindingIsAskedInItsOwnWords(String rule, String message, String question) {
        assertThat(QueryDraft.of(List.of(topic(rule, message)))).contains(question);
    }

    @Test
    void whatTheNoteSaysIsQuoted() {
        assertThat(QueryDraft.of(List.of(topic("laterality", "no side", " knee arthroscopy "))))
                .contains("The note says: \u201Cknee arthroscopy\u201D. On which side");
    }

    @Test
    void theSameQuestionIsAskedOnce() {
        var text =
                QueryDraft.of(
                        List.of(
                                topic("laterality", "a", "knee"),
                                topic("laterality", "b", "knee")));

        assertThat(text).contains("1. ").doesNotContain("2. ");
    }

    @Test
    void anAuthorMaySayThatItCannotBeDetermined() {
        assertThat(QueryDraft.of(List.of())).contains("cannot be determined").contains("addendum");
    }

    @Test
    void aQueryFitsItsLimit() {
        var topics =
                IntStream.range(0, 60)
                        .mapToObj(i -> topic("laterality", "no side", "word ".repeat(50) + i))
                        .toList();

        assertThat(QueryDraft.of(topics)).hasSizeLessThanOrEqualTo(4000).contains("addendum");
    }

    @Test
    void onlyAnAuthorsMattersAreAsked() {
        assertThat(QueryDraft.askable("laterality")).isTrue();
        assertThat(QueryDraft.askable("edition")).isFalse();
        assertThat(QueryDraft.askable("fee-schedule-status")).isFalse();
    }
}
