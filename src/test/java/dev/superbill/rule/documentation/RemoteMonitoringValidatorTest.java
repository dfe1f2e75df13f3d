package dev.superbill.rule.documentation;

import static dev.superbill.rule.Claims.chosen;
import static dev.superbill.rule.Claims.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.mention.CodeBook;
import dev.superbill.mention.Concept;
import dev.superbill.note.EncounterBuilder;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Severity;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteMonitoringValidatorTest {
    private static final CodeBook.Compiled BOOK =
            new CodeBook()
                    .says("00001", "widget")
                    .concept(Concept.MONITORING_DEVICE, "cuff")
                    .concept(Concept.INTERACTIVE_COMMUNICATION, "talked")
                    .compile();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    99454       | Cuff sent readings on 18 of 30 days.          | ''
                    99454       | Cuff. 16 days of readings.                    | ''
                    99454       | Cuff. 12 days of readings.                    | days with data
                    99454       | Cuff. Readings were transmitted.              | number of days
                    99454       | 20 days of readings.                          | device
                    99454       | Nothing.                                      | device;number of days
                    99445       | Cuff. 12 days of readings.                    | ''
                    99445       | Cuff. 16 days of data.                        | days with data
                    99445       | Cuff. 1 day of data.                          | days with data
                    99453       | Cuff. 2 days of data.                         | ''
                    98977       | Cuff. Data on 17 days.                        | ''
                    98985       | Cuff. Data transmitted on 9 of the last 30 days. | ''
                    99457       | Talked for 22 minutes.                        | ''
                    99457       | Talked for 15 minutes.                        | minutes
                    99457       | Talked.                                       | minutes
                    99457       | 25 minutes.                                   | live talk
                    99470       | Talked for 12 min.                            | ''
                    99470       | Talked for 25 min.                            | minutes
                    98979       | Talked for 9 min.                             | minutes
                    98980       | Talked for 20 minutes.                        | ''
                    99458       | Talked, 41 minutes in all.                    | ''
                    99458       | Talked, 30 minutes in all.                    | minutes
                    99454 99445 | Cuff. 20 days of data.                        | days with data;exclude each other
                    99457 99470 | Talked for 20 minutes.                        | minutes;exclude each other
                    00001       | Nothing.                                      | ''
                    """)
    void whatAMonthOfMonitoringLacksIsNamed(String codes, String note, String expected) {
        var claim =
                chosen(
                        BOOK,
                        note,
                        EncounterBuilder.on("2026-06-30").build(),
                        lines(BOOK, codes).toArray(ClaimLine[]::new));

        var findings = new RemoteMonitoringValidator().check(claim);

        assertThat(findings)
                .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARN));
        assertThat(findings.stream().map(Finding::message).collect(Collectors.joining(";")))
                .satisfies(all -> words(expected).forEach(word -> assertThat(all).contains(word)));
        assertThat(findings).hasSize((int) words(expected).count());
    }

    private static Stream<String> words(String expected) {
        return expected.isEmpty() ? Stream.empty() : Arrays.stream(expected.split(";", -1));
    }
}
