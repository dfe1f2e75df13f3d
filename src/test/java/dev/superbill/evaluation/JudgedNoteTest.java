package dev.superbill.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.analytics.Share;
import dev.superbill.evaluation.CodedNote.Diagnosis;
import dev.superbill.evaluation.CodedNote.Line;
import dev.superbill.evaluation.CodedNote.Outcome;
import dev.superbill.evaluation.CodedNote.Verdict;
import dev.superbill.evaluation.CodedNote.Words;
import dev.superbill.evaluation.JudgedNote.Scored;
import dev.superbill.evaluation.Marking.Mark;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgedNoteTest {
    private static final String TEXT = "Snare of a polyp. Biopsy of the polyp.";

    @Test
    void aWithheldLineIsNotAnswered() {
        var judged =
                JudgedNote.of(
                        Judged.label("n", "10000 20000", ""),
                        Judged.answer(
                                Outcome.AUTO,
                                List.of(),
                                Judged.line("10000", Verdict.WITHHOLD, 0.9),
                                Judged.line("20000", Verdict.SUGGEST, 0.8),
                                Judged.line("30000", Verdict.REVIEW, 0.7)),
                        TEXT);

        assertThat(judged.procedures()).isEqualTo(Judged.marking("20000 30000", "10000 20000", ""));
        assertThat(judged.suggested()).isEqualTo(Judged.marking("20000", "10000 20000", ""));
        assertThat(judged.scored())
                .containsExactly(
                        new Scored("20000", 0.8, Mark.RIGHT), new Scored("30000", 0.7, Mark.WRONG));
    }

    @Test
    void amongTheFirstTenAreWithheldLinesAndThenRejectedCodes() {
        var rejected = IntStream.range(0, 20).mapToObj(i -> "9" + i).toList();
        var judged =
                JudgedNote.of(
                        Judged.label("n", "10000 97 98", ""),
                        Judged.answer(
                                Outcome.AUTO,
                                rejected,
                                Judged.line("20000", Verdict.REVIEW, 0.1),
                                Judged.line("10000", Verdict.WITHHOLD, 0.9)),
                        TEXT);

        assertThat(judged.amongTen()).isEqualTo(new Share(2, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "AUTO, 10000, 1, 1",
        "AUTO, 30000, 0, 1",
        "TO_A_PERSON, 10000, 0, 0",
    })
    void whatNeedsNoPersonIsJudgedByItself(Outcome outcome, String code, int hits, int of) {
        var judged =
                JudgedNote.of(
                        Judged.label("n", "10000", ""),
                        Judged.answer(outcome, List.of(), Judged.line(code, Verdict.SUGGEST, 0.9)),
                        TEXT);

        assertThat(judged.auto()).isEqualTo(new Share(hits, of));
    }

    @Test
    void anAnswerWithoutLinesIsNotSentOn() {
        var judged =
                JudgedNote.of(
                        Judged.label("n", "", ""), Judged.answer(Outcome.AUTO, List.of()), TEXT);

        assertThat(judged.auto()).isEqualTo(Share.NONE);
        assertThat(judged.exact()).isEqualTo(new Share(1, 1));
    }

    @Test
    void aRefusedNoteMissesEverything() {
        var label =
                new NoteLabel(
                        "n",
                        new NoteLabel.Codes(Set.of("10000"), Set.of()),
                        new NoteLabel.Codes(Set.of("K80.10"), Set.of()),
                        List.of("operative"),
                        List.of("emergency"),
                        List.of(),
                        List.of());
        var judged = JudgedNote.of(label, CodedNote.refused(2), TEXT);

        assertThat(judged.procedures().tally()).isEqualTo(new Tally(0, 0, 1));
        assertThat(judged.diagnoses().tally()).isEqualTo(new Tally(0, 0, 1));
        assertThat(judged.noteType()).isEqualTo(new Share(0, 1));
        assertThat(judged.visitFamily()).isEqualTo(new Share(0, 1));
    }

    @Test
    void diagnosesAreComparedWithoutDots() {
        var label =
                new NoteLabel(
                        "n",
                        new NoteLabel.Codes(Set.of(), Set.of()),
                        new NoteLabel.Codes(Set.of("k80.10", "I10"), Set.of()),
                        List.of("operative", "procedure"),
                        List.of("none"),
                        List.of(),
                        List.of());
        var coded =
                new CodedNote(
                        Outcome.AUTO,
                        "procedure",
                        "none",
                        List.of(),
                        List.of(
                                new Diagnosis("K8010", Verdict.REVIEW, List.of()),
                                new Diagnosis("I10", Verdict.WITHHOLD, List.of())),
                        List.of(),
                        1);
        var judged = JudgedNote.of(label, coded, TEXT);

        assertThat(judged.diagnoses().tally()).isEqualTo(new Tally(1, 0, 1));
        assertThat(judged.labelledType()).isEqualTo("operative");
        assertThat(judged.noteType()).isEqualTo(new Share(1, 1));
        assertThat(judged.visitFamily()).isEqualTo(Share.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5, Snare, 0",
        "0, 5, snare, 1",
        "33, 38, olyp., 0",
        "34, 39, lyp., 1",
        "5, 4, '', 1",
        "-1, 4, Snar, 1"
    })
    void quotesAreComparedWithTheNote(int start, int end, String quote, int unequal) {
        var judged = judged("", "", new Words(start, end, quote));

        assertThat(judged.evidence()).isEqualTo(new EvidenceCount(1, unequal, 0, 0));
    }

    @Test
    void longSpansAndLinesWithoutAnyAreCounted() {
        var text = "x".repeat(400);
        var judged =
                JudgedNote.of(
                        Judged.label("n", "", ""),
                        Judged.answer(
                                Outcome.AUTO,
                                List.of(),
                                Judged.line("10000", Verdict.REVIEW, 1),
                                Judged.line(
                                        "20000",
                                        Verdict.WITHHOLD,
                                        1,
                                        new Words(0, 300, text.substring(0, 300)),
                                        new Words(0, 301, text.substring(0, 301)))),
                        text);

        assertThat(judged.evidence()).isEqualTo(new EvidenceCount(2, 0, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "polyp, 11, 16, 1, 1",
        "polyp, 10, 12, 1, 1",
        "polyp, 6, 11, 0, 1",
        "polyp, 16, 18, 0, 1",
        "polyp, 32, 37, 0, 1",
        "Polyp, 11, 16, 0, 0",
        "'', 11, 16, 0, 0"
    })
    void evidenceOverlapsTheFirstPlaceOfTheLabelledWords(
            String quote, int start, int end, int hits, int of) {
        var judged = judged("10000", quote, new Words(start, end, ""));

        assertThat(judged.overlap()).isEqualTo(new Share(hits, of));
    }

    @Test
    void evidenceOfACodeThatIsNotDueIsNotJudged() {
        assertThat(judged("", "polyp", new Words(11, 16, "polyp")).overlap()).isEqualTo(Share.NONE);
    }

    private static JudgedNote judged(String must, String quote, Words words) {
        return JudgedNote.of(
                Judged.label("n", must, "", new NoteLabel.Line("10000", Set.of(), quote)),
                Judged.answer(
                        Outcome.AUTO, List.of(), Judged.line("10000", Verdict.REVIEW, 0.5, words)),
                TEXT);
    }

    @ParameterizedTest
    @CsvSource({
        "RT, RT, REVIEW, 1, 1",
        "RT 51, RT, REVIEW, 1, 1",
        "RT, RT 51, REVIEW, 0, 1",
        "RT, LT, REVIEW, 0, 1",
        "'', '', REVIEW, 1, 1",
        "RT, RT, WITHHOLD, 0, 0"
    })
    void modifiersAreTheLabelledOnes(
            String labelled, String answered, Verdict verdict, int hits, int of) {
        var judged =
                JudgedNote.of(
                        Judged.label(
                                "n",
                                "",
                                "",
                                new NoteLabel.Line("10000", Judged.codes(labelled), "")),
                        Judged.answer(
                                Outcome.AUTO,
                                List.of(),
                                new Line("10000", verdict, 0.5, Judged.codes(answered), List.of())),
                        TEXT);

        assertThat(judged.modifiers()).isEqualTo(new Share(hits, of));
    }

    @Test
    void nothingOfTheNoteIsPrinted() {
        var words = new Words(0, 5, "Snare");
        var line = new NoteLabel.Line("10000", Set.of(), "Snare");

        assertThat(words.toString() + line + judged("10000", "Snare", words))
                .doesNotContain("Snare");
    }
}
