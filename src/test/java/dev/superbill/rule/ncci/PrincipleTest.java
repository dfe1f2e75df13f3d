package dev.superbill.rule.ncci;

import static dev.superbill.rule.Claims.chosen;
import static dev.superbill.rule.Claims.draft;
import static dev.superbill.rule.Claims.lines;
import static dev.superbill.rule.Claims.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.codeset.Bundle;
import dev.superbill.codeset.BundleBuilder;
import dev.superbill.codeset.CodeSets;
import dev.superbill.codeset.EntryBuilder;
import dev.superbill.codeset.FlatFile;
import dev.superbill.codeset.OfficialRow;
import dev.superbill.codeset.PtpPair;
import dev.superbill.codeset.SourceKind;
import dev.superbill.mention.CodeBook;
import dev.superbill.note.Encounter;
import dev.superbill.note.EncounterBuilder;
import dev.superbill.rule.Claim;
import dev.superbill.rule.Rule;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The principles together: each pair falls under one of them at most.
class PrincipleTest {
    private static final Encounter DAY = EncounterBuilder.on("2026-06-30").build();

    private static EntryBuilder open(String code, int work) {
        return EntryBuilder.of(code).group("made-up repair").work(work).mue(1, 2);
    }

    /// 475xx is open and 4755x and 4756x through a scope; 49xxx is of the same region, 29xxx of a
    /// joint.
    private static final CodeBook.Compiled BOOK =
            new CodeBook()
                    .entry(open("47501", 300))
                    .entry(open("47502", 500))
                    .entry(open("47503", 400).mue(3, 3))
                    .entry(open("47504", 400).addOnTo("47501"))
                    .entry(open("47505", 500))
                    .entry(open("47561", 350))
                    .entry(open("47562", 450))
                    .entry(EntryBuilder.of("49701").separateProcedure().work(200))
                    .entry(EntryBuilder.of("49702").separateProcedure().work(250))
                    .entry(EntryBuilder.of("49703").work(900))
                    .entry(EntryBuilder.of("29881").separateProcedure().work(200))
                    .entry(EntryBuilder.of("29882").separateProcedure().work(200))
                    .entry(EntryBuilder.of("52101").work(100).separateProcedure())
                    .entry(EntryBuilder.of("52102").work(300).endoscopyOf("52101"))
                    .entry(
                            EntryBuilder.of("52103")
                                    .work(400)
                                    .endoscopyOf("52101")
                                    .group("made-up scope"))
                    .entry(
                            EntryBuilder.of("52104")
                                    .work(500)
                                    .endoscopyOf("52101")
                                    .group("made-up scope"))
                    .entry(EntryBuilder.of("12001").group("made-up closure").work(1))
                    .entry(EntryBuilder.of("12002").group("made-up closure").work(2))
                    .entry(EntryBuilder.of("47701").group("made-up look").separateProcedure())
                    .entry(EntryBuilder.of("47702").group("made-up look"))
                    .entry(EntryBuilder.of("71001").separateProcedure())
                    .edit("47502", "47506", 1)
                    .entry(open("47506", 100))
                    .compile();

    private static List<Rule> rules(CodeSets codeSets) {
        return List.of(
                new DiagnosticEndoscopyEdit(codeSets),
                new SequentialProcedureEdit(codeSets),
                new MoreExtensiveEdit(codeSets),
                new SeparateProcedureEdit(codeSets));
    }

    private static String all(Claim claim) {
        return rules(BOOK.codeSets()).stream()
                .filter(rule -> !rule.check(claim).isEmpty())
                .map(rule -> rule.id().substring("ncci-".length()) + " " + told(rule, claim))
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    52101, 52102        | diagnostic-endoscopy BLOCK 52101
                    52102, 52101        | diagnostic-endoscopy BLOCK 52101
                    52101 59, 52102     | ''
                    52101 XE, 52102     | ''
                    52101 LT, 52102 RT  | ''
                    52101 LT, 52102 LT  | diagnostic-endoscopy BLOCK 52101
                    52101 51, 52102     | diagnostic-endoscopy BLOCK 52101
                    52101, 52102, 52103 | diagnostic-endoscopy BLOCK 52101, BLOCK 52101
                    52102, 52103        | ''
                    52103, 52104        | ''
                    52101, 49703        | ''
                    """)
    void theLookIsPartOfEveryEndoscopyOfItsFamily(String lines, String expected) {
        assertThat(all(chosen(BOOK, DAY, lines(BOOK, lines)))).isEqualTo(expected);
        assertThat(all(draft(BOOK, DAY, lines(BOOK, lines)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    47561, 47501        | sequential WARN 47561
                    47502, 47562        | sequential WARN 47562
                    47561 59, 47501     | ''
                    47561, 49703        | ''
                    47561, 47504        | ''
                    """)
    void whatBeganThroughAScopeAndEndedOpenIsReportedOnce(String lines, String expected) {
        assertThat(all(chosen(BOOK, DAY, lines(BOOK, lines)))).isEqualTo(expected);
        assertThat(all(draft(BOOK, DAY, lines(BOOK, lines)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    47501, 47502        | more-extensive WARN 47501
                    47502, 47501        | more-extensive WARN 47501
                    47561, 47562        | ''
                    47501 LT, 47502 RT  | ''
                    47501, 47502 XS     | ''
                    47502, 47505        | ''
                    47501, 47503        | ''
                    47501, 47504        | ''
                    47506, 47502        | ''
                    47506, 47501        | more-extensive WARN 47506
                    12001, 12002        | ''
                    """)
    void ofGradesOfOneProcedureTheGreaterIsReported(String lines, String expected) {
        assertThat(all(chosen(BOOK, DAY, lines(BOOK, lines)))).isEqualTo(expected);
        assertThat(all(draft(BOOK, DAY, lines(BOOK, lines)))).isEqualTo(expected);
    }

    /// CMS's own edits of the quarter leave a pair out: that it may stand is only worth knowing.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    52101, 52102        | BLOCK 52101
                    47561, 47501        | INFO 47561
                    47501, 47502        | INFO 47501
                    49701, 49703        | INFO 49701
                    """)
    void theOperatorsEditsOutweighAPrinciple(String lines, String expected) {
        var pairs = new BundleBuilder();
        pairs.add(
                CodeBook.edition(SourceKind.PTP_PRACTITIONER),
                new OfficialRow.Ptp(
                        EntryBuilder.code("20001"),
                        EntryBuilder.code("20002"),
                        new PtpPair(0, LocalDate.of(2026, 1, 1), LocalDate.of(9999, 12, 31)),
                        ""));
        var file = new FlatFile.Builder();
        pairs.writeTo(file);
        var loaded = Bundle.open(FlatFile.open(ByteBuffer.wrap(file.toBytes())));
        var sets = BOOK.codeSets().with(BOOK.codeSets().official().with(List.of(loaded)));
        var claim = chosen(BOOK, DAY, lines(BOOK, lines));

        assertThat(
                        rules(sets).stream()
                                .map(rule -> told(rule, claim))
                                .filter(told -> !told.isEmpty())
                                .collect(Collectors.joining(", ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    CHOSEN | 49701, 49703        | separate-procedure WARN 49701
                    DRAFT  | 49701, 49703        | separate-procedure INFO 49701
                    CHOSEN | 49703, 49701 59     | ''
                    CHOSEN | 49703, 49701 51     | separate-procedure WARN 49701
                    CHOSEN | 49701, 49702        | separate-procedure WARN 49701
                    CHOSEN | 29882, 29881        | separate-procedure WARN 29881
                    CHOSEN | 29881 LT, 29882 RT  | ''
                    CHOSEN | 49701, 47501        | separate-procedure WARN 49701
                    CHOSEN | 49701, 47504        | ''
                    CHOSEN | 49701, 29881        | ''
                    CHOSEN | 49701, 12001        | ''
                    CHOSEN | 71001, 49703        | ''
                    CHOSEN | 49701, 49701        | ''
                    DRAFT  | 47701, 47702        | separate-procedure WARN 47701
                    """)
    void aSeparateProcedureIsPartOfAnotherOfItsRegion(
            Claim.State state, String lines, String expected) {
        var claim =
                state == Claim.State.DRAFT
                        ? draft(BOOK, DAY, lines(BOOK, lines))
                        : chosen(BOOK, DAY, lines(BOOK, lines));

        assertThat(all(claim)).isEqualTo(expected);
    }
}
