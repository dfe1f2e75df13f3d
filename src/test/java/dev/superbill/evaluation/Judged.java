package dev.superbill.evaluation;

import dev.superbill.evaluation.CodedNote.Line;
import dev.superbill.evaluation.CodedNote.Outcome;
import dev.superbill.evaluation.CodedNote.Verdict;
import dev.superbill.evaluation.CodedNote.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Labels, answers and judged notes in few words.
final class Judged {
    private Judged() {}

    /// The codes of `A B`, none of an empty string.
    static Set<String> codes(String codes) {
        return codes.isEmpty() ? Set.of() : Set.of(codes.split(" ", -1));
    }

    static Marking marking(String said, String must, String may) {
        return new Marking(codes(said), codes(must), codes(may));
    }

    static NoteLabel label(String id, String must, String may, NoteLabel.Line... lines) {
        return new NoteLabel(
                id,
                new NoteLabel.Codes(codes(must), codes(may)),
                new NoteLabel.Codes(Set.of(), Set.of()),
                List.of(),
                List.of(),
                List.of(lines),
                List.of());
    }

    static Line line(String code, Verdict verdict, double confidence, Words... evidence) {
        return new Line(code, verdict, confidence, Set.of(), List.of(evidence));
    }

    static CodedNote answer(Outcome outcome, List<String> rejected, Line... lines) {
        return new CodedNote(outcome, "", "none", List.of(lines), List.of(), rejected, 1);
    }

    /// A note whose lines, such as `10000 0.9`, all go to review.
    static JudgedNote note(String id, String must, String may, String... lines) {
        return JudgedNote.of(
                label(id, must, may),
                answer(
                        Outcome.TO_A_PERSON,
                        List.of(),
                        Arrays.stream(lines)
                                .map(line -> line.split(" ", -1))
                                .map(line ->
                                        line(line[0], Verdict.REVIEW, Double.parseDouble(line[1])))
                                .toArray(Line[]::new)),
                "");
    }
}
