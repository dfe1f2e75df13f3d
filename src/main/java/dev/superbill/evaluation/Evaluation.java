package dev.superbill.evaluation;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// All that is measured of answers to labelled notes.
///
/// @param figures of all notes
/// @param intervals of the F1 of CPT and HCPCS codes; second, where lookup alone was run too, of
///   what the classifier adds to it
/// @param specialties by specialty
/// @param noteTypes by the labelled type
/// @param families by the service family of the codes
/// @param training codes that stand in training labels, `seen`, and those that do not, `unseen`;
///   none where no training labels are known
/// @param confusions the slips, the costliest first
/// @param curve precision and coverage by confidence
/// @param notes the notes judged
public record Evaluation(
        Figures figures,
        List<Interval> intervals,
        List<NoteGroup> specialties,
        List<NoteGroup> noteTypes,
        List<CodeGroup> families,
        List<CodeGroup> training,
        List<Confusion> confusions,
        List<CurvePoint> curve,
        List<JudgedNote> notes) {
    private static final String SEEN = "seen";
    private static final String UNSEEN = "unseen";

    /// Copies.
    public Evaluation {
        intervals = List.copyOf(intervals);
        specialties = List.copyOf(specialties);
        noteTypes = List.copyOf(noteTypes);
        families = List.copyOf(families);
        training = List.copyOf(training);
        confusions = List.copyOf(confusions);
        curve = List.copyOf(curve);
        notes = List.copyOf(notes);
    }

    /// What answers are measured against besides their labels.
    ///
    /// @param seen the codes of the training labels; none where they are not known
    /// @param lookup the answers of lookup alone to the same notes; none where it was not run
    public record Against(Set<String> seen, List<JudgedNote> lookup) {
        /// Copies.
        public Against {
            seen = Set.copyOf(seen);
            lookup = List.copyOf(lookup);
        }
    }

    /// Measures answers.
    ///
    /// @param notes the answers, at least one
    /// @param family tells the service family of a code, empty where it has none
    /// @param against what else they are measured against
    public static Evaluation of(
            List<JudgedNote> notes, UnaryOperator<String> family, Against against) {
        if (notes.isEmpty()) {
            throw new IllegalArgumentException("there are no notes");
        }
        return new Evaluation(
                Figures.of(notes),
                intervals(notes, against.lookup()),
                NoteGroup.of(notes, JudgedNote::specialties),
                NoteGroup.of(
                        notes,
                        note ->
                                note.labelledType().isEmpty()
                                        ? List.of()
                                        : List.of(note.labelledType())),
                CodeGroup.of(notes, family),
                against.seen().isEmpty()
                        ? List.of()
                        : CodeGroup.of(
                                notes, code -> against.seen().contains(code) ? SEEN : UNSEEN),
                Confusion.of(notes),
                CurvePoint.of(notes),
                notes);
    }

    private static List<Interval> intervals(List<JudgedNote> notes, List<JudgedNote> lookup) {
        var tallies = tallies(notes);
        return lookup.isEmpty()
                ? List.of(Interval.ofF1(tallies))
                : List.of(Interval.ofF1(tallies), Interval.ofDifference(tallies, tallies(lookup)));
    }

    private static List<Tally> tallies(List<JudgedNote> notes) {
        return notes.stream().map(note -> note.procedures().tally()).toList();
    }
}
