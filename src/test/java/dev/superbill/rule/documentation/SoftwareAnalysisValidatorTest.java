package dev.superbill.rule.documentation;

import static dev.superbill.rule.Claims.claim;
import static dev.superbill.rule.Claims.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.codeset.AppendixSBasis;
import dev.superbill.codeset.AppendixSClass;
import dev.superbill.codeset.AppendixSEdition;
import dev.superbill.codeset.EntryBuilder;
import dev.superbill.codeset.Interpretation;
import dev.superbill.mention.CodeBook;
import dev.superbill.mention.Concept;
import dev.superbill.note.EncounterBuilder;
import dev.superbill.rule.DocumentationPart;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoftwareAnalysisValidatorTest {
    private static final String INPUT = "CT_DATA";
    private static final CodeBook.Compiled BOOK =
            new CodeBook()
                    .entry(
                            EntryBuilder.of("0001T")
                                    .appendixS(
                                            AppendixSClass.AUGMENTATIVE,
                                            AppendixSBasis.DESCRIPTOR,
                                            INPUT,
                                            "MR_DATA"))
                    .entry(
                            EntryBuilder.of("0002T")
                                    .interpretation(Interpretation.REQUIRED)
                                    .appendixS(
                                            AppendixSClass.AUGMENTATIVE,
                                            AppendixSBasis.INFERRED,
                                            INPUT))
                    .entry(
                            EntryBuilder.of("0003T")
                                    .appendixS(
                                            AppendixSClass.AUGMENTATIVE,
                                            AppendixSBasis.INFERRED,
                                            INPUT))
                    .entry(
                            EntryBuilder.of("0004T")
                                    .appendixS(
                                            AppendixSClass.AUTONOMOUS,
                                            AppendixSBasis.DESCRIPTOR,
                                            INPUT))
                    .entry(
                            EntryBuilder.of("0005T")
                                    .appendixS(
                                            AppendixSClass.ASSISTIVE,
                                            AppendixSBasis.DESCRIPTOR,
                                            INPUT))
                    .entry(
                            EntryBuilder.of("0006T")
                                    .interpretation(Interpretation.REQUIRED)
                                    .appendixS(
                                            AppendixSClass.AUGMENTATIVE,
                                            AppendixSBasis.LIST,
                                            INPUT))
                    .entry(EntryBuilder.of("00007"))
                    .concept(Concept.CT_DATA, "slices")
                    .concept(Concept.MR_DATA, "magnet")
                    .concept(Concept.SOFTWARE_NAMED, "widgetsoft")
                    .concept(Concept.SOFTWARE_DESCRIBED, "software")
                    .concept(Concept.SOFTWARE_OUTPUT, "printout")
                    .concept(Concept.INTERPRETATION, "my reading")
                    .concept(Concept.SIGNATURE, "signed")
                    .concept(Concept.UNGRADABLE, "could not be graded")
                    .compile();

    /// What the rule says, lightest first, with its messages shortened to their subject.
    private static List<String> said(String code, String note) {
        var claim = claim(BOOK, note, EncounterBuilder.on("2026-06-30").build(), line(BOOK, code));
        return new SoftwareAnalysisValidator(BOOK.codeSets())
                .check(claim).stream()
                        .map(finding -> finding.severity() + " " + subject(finding.message()))
                        .sorted()
                        .toList();
    }

    private static String subject(String message) {
        return List.of("data set", "software is", "interpretation by", "signed", "result", "graded")
                .stream()
                .filter(message::contains)
                .findFirst()
                .orElse(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0001T | slices, widgetsoft, printout, my reading, signed   | ''
                    0001T | magnet, widgetsoft, printout, my reading, signed   | ''
                    0001T | slices, widgetsoft, my reading, signed             | ''
                    0001T | widgetsoft, printout, my reading, signed           | WARN data set
                    0001T | slices, widgetsoft, printout                       | BLOCK interpretation by
                    0001T | slices, widgetsoft, printout, signed               | BLOCK interpretation by
                    0001T | slices, widgetsoft, printout, my reading           | WARN signed
                    0001T | slices, software, my reading, signed               | INFO software is
                    0001T | slices, software, widgetsoft, my reading, signed   | ''
                    0001T | slices, my reading, signed                         | WARN software is
                    0001T | printout                                           | BLOCK interpretation by,WARN data set,WARN software is
                    0001T | slices, widgetsoft, my reading, could not be graded| BLOCK graded
                    0002T | slices, widgetsoft, printout                       | WARN interpretation by
                    0002T | slices, widgetsoft, printout, my reading           | WARN signed
                    0002T | slices, widgetsoft, my reading, signed             | ''
                    0003T | slices, widgetsoft, printout                       | ''
                    0003T | slices, widgetsoft, my reading                     | ''
                    0003T | slices, widgetsoft                                 | WARN result
                    0004T | slices, widgetsoft, printout                       | ''
                    0004T | slices, widgetsoft, my reading                     | ''
                    0004T | slices, widgetsoft                                 | WARN result
                    0004T | slices, software, printout                         | INFO software is
                    0004T | slices, widgetsoft, could not be graded            | BLOCK graded
                    0005T | slices, widgetsoft, printout                       | BLOCK interpretation by
                    0005T | slices, widgetsoft, my reading, signed             | ''
                    0006T | slices, widgetsoft, printout                       | WARN interpretation by
                    00007 | printout                                           | ''
                    00007 | could not be graded                                | ''
                    """)
    void inputProcessAndOutputMustBeDocumented(String code, String note, String expected) {
        assertThat(said(code, note))
                .isEqualTo(expected.isEmpty() ? List.of() : Arrays.asList(expected.split(",", -1)));
    }

    @Test
    void aFailedStudyHasAFindingOfItsOwn() {
        var claim =
                claim(
                        BOOK,
                        "could not be graded",
                        EncounterBuilder.on("2026-06-30").build(),
                        line(BOOK, "0001T"));

        assertThat(new SoftwareAnalysisValidator(BOOK.codeSets()).check(claim))
                .extracting(finding -> finding.ruleId())
                .containsExactly(SoftwareAnalysisValidator.UNGRADABLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    software analysis performed on June 30, 2026 | ''
                    software analysis performed on June 29, 2026 | another day
                    widgetsoft software run on 6/28/2026         | another day
                    date of analysis: 2026-06-29                 | another day
                    slices of June 1, 2026 sent to widgetsoft    | ''
                    analyzed by widgetsoft on 1 July 2026        | another day
                    """)
    void anAnalysisOnAnotherDayIsLookedAt(String sentence, String expected) {
        var claim =
                claim(
                        BOOK,
                        "slices, widgetsoft, my reading, signed. " + sentence + ".",
                        EncounterBuilder.on("2026-06-30").build(),
                        line(BOOK, "0001T"));

        var findings = new SoftwareAnalysisValidator(BOOK.codeSets()).check(claim);

        if (expected.isEmpty()) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings)
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.message()).contains(expected));
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0001T, 2026-12-31, true
                    0001T, 2027-01-01, false
                    0002T, 2026-12-31, true
                    0002T, 2027-01-01, true
                    0004T, 2026-12-31, false
                    0004T, 2027-01-01, false
                    """)
    void theEditionOfTheServiceDateTellsWhetherAReadingIsDue(
            String code, LocalDate serviceDate, boolean due) {
        var book =
                new CodeBook()
                        .entry(
                                EntryBuilder.of("0001T")
                                        .active("2026-01-01", "2027-12-31")
                                        .appendixS(
                                                AppendixSClass.AUGMENTATIVE,
                                                AppendixSBasis.DESCRIPTOR,
                                                INPUT))
                        .entry(
                                EntryBuilder.of("0002T")
                                        .active("2026-01-01", "2027-12-31")
                                        .interpretation(Interpretation.REQUIRED)
                                        .appendixS(
                                                AppendixSClass.AUGMENTATIVE,
                                                AppendixSBasis.DESCRIPTOR,
                                                INPUT))
                        .entry(
                                EntryBuilder.of("0004T")
                                        .active("2026-01-01", "2027-12-31")
                                        .appendixS(
                                                AppendixSClass.AUTONOMOUS,
                                                AppendixSBasis.DESCRIPTOR,
                                                INPUT))
                        .supplement(supplement ->
                                supplement
                                        .edition(edition(2022, "2022-01-01", "2026-12-31"))
                                        .edition(edition(2027, "2027-01-01", "9999-12-31")))
                        .compile();

        var entry = book.codeSets().describe(EntryBuilder.code(code), serviceDate).orElseThrow();

        assertThat(
                        SoftwareAnalysisValidator.interpretationDue(
                                entry.appendixS().told().orElseThrow(), entry.interpretation()))
                .isEqualTo(due);
    }

    private static AppendixSEdition edition(int year, String from, String to) {
        return new AppendixSEdition(
                year, LocalDate.parse(from), LocalDate.parse(to), "made up", "a", "b", "c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0001T | slices, software, printout   | MET     | MET     | MISSING
                    0001T | my reading                   | MISSING | MISSING | MET
                    0004T | slices, printout             | MET     | MISSING | MET
                    0003T | magnet                       | MISSING | MISSING | MISSING
                    """)
    void whatTheNoteShowsOfEachPartIsTold(
            String code,
            String note,
            DocumentationPart.State input,
            DocumentationPart.State process,
            DocumentationPart.State output) {
        var entry = BOOK.entry(code);
        var appendixS = entry.appendixS().told().orElseThrow();

        var shown =
                SoftwareAnalysisValidator.documentation(
                        appendixS, entry.interpretation(), BOOK.read(note));

        assertThat(shown.workClass()).isEqualTo(appendixS.workClass());
        assertThat(shown.basis()).isEqualTo(appendixS.basis());
        assertThat(shown.edition()).isEqualTo(2022);
        assertThat(List.of(shown.input(), shown.process(), shown.output()))
                .extracting(DocumentationPart::state)
                .containsExactly(input, process, output);
        assertThat(List.of(shown.input(), shown.process(), shown.output()))
                .allSatisfy(part ->
                        assertThat(part.evidence().isEmpty())
                                .isEqualTo(part.state() == DocumentationPart.State.MISSING));
    }
}
