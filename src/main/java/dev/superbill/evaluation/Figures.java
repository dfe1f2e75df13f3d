package dev.superbill.evaluation;

import dev.superbill.analytics.Calibration;
import dev.superbill.analytics.Share;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What is measured of notes.
///
/// @param notes how many there are
/// @param refused those without an answer
/// @param procedures CPT and HCPCS codes, to review or not
/// @param procedureCategories their first three digits
/// @param suggested those that no person need look at
/// @param diagnoses ICD-10-CM codes
/// @param diagnosisCategories their first three characters
/// @param exact notes whose procedures are exactly right
/// @param amongTen due procedures among the first ten considered
/// @param noteType notes whose type is right
/// @param visitFamily visits whose family is right
/// @param auto answers that no person need look at, and those whose procedures are right
/// @param evidence how the words stand
/// @param overlap right lines whose words share characters with the labelled ones
/// @param modifiers right lines with the labelled modifiers
/// @param calibration whether confidence is what it says
/// @param latency how long answers took
public record Figures(
        int notes,
        int refused,
        Tally procedures,
        Tally procedureCategories,
        Tally suggested,
        Tally diagnoses,
        Tally diagnosisCategories,
        Share exact,
        Share amongTen,
        Share noteType,
        Share visitFamily,
        Share auto,
        EvidenceCount evidence,
        Share overlap,
        Share modifiers,
        Calibration calibration,
        Latency latency) {

    /// How many milliseconds a note takes: half, nine of ten and 99 of 100 take no longer.
    ///
    /// @param p50 the median
    /// @param p90 the 90th percentile
    /// @param p99 the 99th percentile
    public record Latency(double p50, double p90, double p99) {
        static Latency of(List<JudgedNote> notes) {
            var millis = notes.stream().map(JudgedNote::millis).sorted().toList();
            int size = millis.size();
            return size == 0
                    ? new Latency(0, 0, 0)
                    : new Latency(
                            millis.get(size / 2),
                            millis.get((int) (size * 0.9)),
                            millis.get(Math.min(size - 1, (int) (size * 0.99))));
        }
    }

    /// Measures notes.
    public static Figures of(List<JudgedNote> notes) {
        var scored = new ArrayList<JudgedNote.Scored>();
        notes.forEach(note -> scored.addAll(note.scored()));
        return new Figures(
                notes.size(),
                (int)
                        notes.stream()
                                .filter(note -> note.outcome() == CodedNote.Outcome.REFUSED)
                                .count(),
                tally(notes, JudgedNote::procedures),
                tally(notes, note -> note.procedures().categories()),
                tally(notes, JudgedNote::suggested),
                tally(notes, JudgedNote::diagnoses),
                tally(notes, note -> note.diagnoses().categories()),
                share(notes, JudgedNote::exact),
                share(notes, JudgedNote::amongTen),
                share(notes, JudgedNote::noteType),
                share(notes, JudgedNote::visitFamily),
                share(notes, JudgedNote::auto),
                notes.stream()
                        .map(JudgedNote::evidence)
                        .reduce(EvidenceCount.NONE, EvidenceCount::plus),
                share(notes, JudgedNote::overlap),
                share(notes, JudgedNote::modifiers),
                Calibration.of(scored.stream().map(Figures::judged).toList()),
                Latency.of(notes));
    }

    /// Answers that no person need look at, of all.
    public Share routedAuto() {
        return new Share(auto.of(), notes);
    }

    /// Every figure by a name that stays, those of time left out.
    public Map<String, Double> values() {
        var values = new LinkedHashMap<String, Double>();
        put(values, "cpt", procedures);
        put(values, "cpt3", procedureCategories);
        values.put("suggest.precision", suggested.precision());
        values.put("suggest.coverage", suggested.recall());
        put(values, "icd", diagnoses);
        put(values, "icd3", diagnosisCategories);
        values.put("exactSet", exact.value());
        values.put("recallAt10", amongTen.value());
        values.put("noteType", noteType.value());
        values.put("visitFamily", visitFamily.value());
        values.put("auto", routedAuto().value());
        values.put("autoExact", auto.value());
        values.put("evidenceOverlap", overlap.value());
        values.put("modifiersEqual", modifiers.value());
        values.put("calibrationError", calibration.error());
        values.put("brierSkill", calibration.brierSkill());
        return values;
    }

    /// How many cases the figures rest on, by names that stay.
    public Map<String, Integer> counts() {
        var counts = new LinkedHashMap<String, Integer>();
        counts.put("notes", notes);
        counts.put("refused", refused);
        count(counts, "cpt", procedures);
        count(counts, "cpt3", procedureCategories);
        count(counts, "suggest", suggested);
        count(counts, "icd", diagnoses);
        count(counts, "icd3", diagnosisCategories);
        counts.put("exactSet", exact.hits());
        counts.put("typed", noteType.of());
        counts.put("visits", visitFamily.of());
        counts.put("auto", auto.of());
        counts.put("autoExact", auto.hits());
        counts.put("evidence", evidence.spans());
        counts.put("evidenceUnequal", evidence.unequal());
        counts.put("evidenceLong", evidence.longSpans());
        counts.put("withoutEvidence", evidence.bare());
        counts.put("overlapJudged", overlap.of());
        counts.put("modifiersJudged", modifiers.of());
        return counts;
    }

    private static void put(Map<String, Double> values, String name, Tally tally) {
        values.put(name + ".precision", tally.precision());
        values.put(name + ".recall", tally.recall());
        values.put(name + ".f1", tally.f1());
    }

    private static void count(Map<String, Integer> counts, String name, Tally tally) {
        counts.put(name + ".right", tally.right());
        counts.put(name + ".wrong", tally.wrong());
        counts.put(name + ".missed", tally.missed());
    }

    static Tally tally(List<JudgedNote> notes, Function<JudgedNote, Marking> marking) {
        return notes.stream()
                .map(note -> marking.apply(note).tally())
                .reduce(Tally.NONE, Tally::plus);
    }

    private static Share share(List<JudgedNote> notes, Function<JudgedNote, Share> part) {
        return notes.stream().map(part).reduce(Share.NONE, Share::plus);
    }

    /// What is merely allowed is not wrong.
    private static Calibration.Judged judged(JudgedNote.Scored line) {
        return new Calibration.Judged(
                line.confidence(),
                line.mark() == Marking.Mark.WRONG
                        ? Calibration.Truth.WRONG
                        : Calibration.Truth.RIGHT);
    }
}
