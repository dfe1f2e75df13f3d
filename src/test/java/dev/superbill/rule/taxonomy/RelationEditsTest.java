package dev.superbill.rule.taxonomy;

import static dev.superbill.rule.Claims.chosen;
import static dev.superbill.rule.Claims.lines;
import static dev.superbill.rule.Claims.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.codeset.AddOn;
import dev.superbill.codeset.CodeRange;
import dev.superbill.codeset.EntryBuilder;
import dev.superbill.codeset.ExamPair;
import dev.superbill.codeset.ServiceGuidance;
import dev.superbill.codeset.Supplement;
import dev.superbill.codeset.WholeService;
import dev.superbill.mention.CodeBook;
import dev.superbill.mention.Concept;
import dev.superbill.note.EncounterBuilder;
import dev.superbill.rule.ClaimLine;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelationEditsTest {
    private static final CodeBook.Compiled BOOK =
            new CodeBook()
                    .entry(EntryBuilder.of("0001T"))
                    .entry(EntryBuilder.of("0002T").addOn(new AddOn.ToAny()))
                    .entry(EntryBuilder.of("0003T").addOnTo("70010"))
                    .entry(EntryBuilder.of("0004T"))
                    .concept(Concept.CT_DATA, "slices")
                    .concept(Concept.CONCURRENT_STUDY, "same session")
                    .concept(Concept.PREVIOUS_STUDY, "old study")
                    .concept(Concept.TRIAGE_SOFTWARE, "flagged")
                    .supplement(RelationEditsTest::relate)
                    .compile();

    private static void relate(Supplement.Builder supplement) {
        supplement
                .pair(
                        new ExamPair(
                                EntryBuilder.code("0001T"),
                                EntryBuilder.code("0002T"),
                                CodeRange.list("70010-70015"),
                                List.of("CT_DATA"),
                                "made up"))
                .pair(
                        new ExamPair(
                                EntryBuilder.code("0004T"),
                                EntryBuilder.code("0003T"),
                                CodeRange.list("70010"),
                                List.of("CT_DATA"),
                                "made up"))
                .whole(
                        new WholeService(
                                List.of(EntryBuilder.code("00011"), EntryBuilder.code("00012")),
                                List.of(EntryBuilder.code("00013"), EntryBuilder.code("00014")),
                                "made up"))
                .guidance(
                        new ServiceGuidance(
                                "TRIAGE_SOFTWARE",
                                LocalDate.of(2026, 1, 1),
                                LocalDate.of(2026, 12, 31),
                                "no code",
                                "none",
                                "made up"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0001T       | slices.                          | ''
                    0001T 70012 | slices.                          | WARN 0001T
                    0001T       | slices of the same session.      | WARN 0001T
                    0001T       | slices of an old study.          | ''
                    0001T       | slices of June 30, 2026.         | WARN 0001T
                    0001T       | slices of June 12, 2026.         | ''
                    0001T       | slices of 6/30/2026.             | WARN 0001T
                    0001T       | slices of 2026-06-12.            | ''
                    0001T       | slices. Seen on 2026-06-30.      | ''
                    0001T 0002T | slices of an old study.          | WARN 0001T,WARN 0002T
                    0002T 70012 | slices.                          | ''
                    0002T       | slices of an old study.          | WARN 0002T
                    0002T       | slices of the same session.      | WARN 0002T
                    0002T 71010 | slices.                          | WARN 0002T
                    0002T       | slices of 12 June 2026.          | WARN 0002T
                    0003T       | slices.                          | ''
                    0003T       | slices of 2026-06-12.            | WARN 0003T
                    0003T 70010 | slices of 2026-06-12.            | ''
                    0004T       | same session and old study.      | ''
                    """)
    void theStudyDecidesBetweenTheTwo(String codes, String note, String expected) {
        var claim =
                chosen(
                        BOOK,
                        note,
                        EncounterBuilder.on("2026-06-30").build(),
                        lines(BOOK, codes).toArray(ClaimLine[]::new));

        assertThat(said(new ConcurrentStudyEdit(BOOK.codeSets()), claim)).isEqualTo(list(expected));
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "70012, WARN 0001T", "71010, ''", "0002T, WARN 0001T"})
    void linesBilledThatDayCount(String billed, String expected) {
        var encounter = EncounterBuilder.on("2026-06-30");
        if (!billed.isEmpty()) {
            encounter.billed(EntryBuilder.code(billed), 1);
        }
        var claim =
                chosen(
                        BOOK,
                        "slices.",
                        encounter.build(),
                        lines(BOOK, "0001T").toArray(ClaimLine[]::new));

        assertThat(said(new ConcurrentStudyEdit(BOOK.codeSets()), claim)).isEqualTo(list(expected));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    00011,             ''
                    00013,             ''
                    00013 00014,       ''
                    00011 00013,       WARN 00013
                    00014 00012,       WARN 00014
                    00011 00013 00014, 'WARN 00013,WARN 00014'
                    00011 00012,       ''
                    """)
    void wholeAndPartAreNeverReportedTogether(String codes, String expected) {
        var claim = chosen(BOOK, EncounterBuilder.on("2026-06-30").build(), lines(BOOK, codes));

        assertThat(said(new ComponentServiceEdit(BOOK.codeSets()), claim))
                .isEqualTo(list(expected));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    2026-06-30, flagged,   'INFO '
                    2026-06-30, read,      ''
                    2027-01-01, flagged,   ''
                    """)
    void whatHasNoCodeIsNamed(String serviceDate, String note, String expected) {
        var claim = chosen(BOOK, note, EncounterBuilder.on(serviceDate).build());

        assertThat(said(new UnattendedServiceGuide(BOOK.codeSets()), claim))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    private static List<String> list(String expected) {
        return expected.isEmpty() ? List.of() : Arrays.asList(expected.split(",", -1));
    }
}
