package dev.superbill.adapter.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.superbill.adapter.wire.Json;
import dev.superbill.adapter.wire.SuggestionAnswer;
import dev.superbill.analytics.Calibration;
import dev.superbill.evaluation.CodeGroup;
import dev.superbill.evaluation.Comparison;
import dev.superbill.evaluation.Confusion.Slip;
import dev.superbill.evaluation.CurvePoint;
import dev.superbill.evaluation.Evaluation;
import dev.superbill.evaluation.Figures;
import dev.superbill.evaluation.Interval;
import dev.superbill.evaluation.JudgedNote;
import dev.superbill.evaluation.NoteGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An evaluation as it is kept: a later one is compared with it.
///
/// @param format what file this is
/// @param release what the answers were made with
/// @param date the service date of all notes
/// @param classifier `default` or `none`
/// @param figures every figure by its name
/// @param counts what they rest on
/// @param millis how long a note takes
/// @param intervals of the F1 of CPT codes, and of what the classifier adds to it
/// @param specialties by specialty
/// @param noteTypes by the labelled type
/// @param families by service family
/// @param training codes seen in training labels and not
/// @param confusions the slips, the costliest first
/// @param reliability confidence against truth
/// @param curve precision and coverage by confidence
/// @param notes what became of each note
/// @param missed the labelled words of missed codes, where quotes were asked for
/// @param comparison what changed since an earlier evaluation
public record EvaluationFile(
        String format,
        SuggestionAnswer.Release release,
        String date,
        String classifier,
        Map<String, Double> figures,
        Map<String, Integer> counts,
        Figures.Latency millis,
        List<Interval> intervals,
        List<Notes> specialties,
        List<Notes> noteTypes,
        List<Codes> families,
        List<Codes> training,
        List<Slips> confusions,
        List<Calibration.Bin> reliability,
        List<CurvePoint> curve,
        List<Outcome> notes,
        List<Miss> missed,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Changes comparison) {
    static final String FORMAT = "superbill-evaluation/1";
    private static final double MILLIONTHS = 1_000_000;

    /// Notes of one kind.
    public record Notes(String name, Map<String, Double> figures, Map<String, Integer> counts) {}

    /// Codes of one kind.
    public record Codes(
            String name,
            int notes,
            int right,
            int wrong,
            int missed,
            double precision,
            double recall,
            double f1,
            double suggestPrecision,
            double suggestCoverage) {}

    /// A slip: a code missed, a code given, or one in place of the other.
    public record Slips(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String missed,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String given,
            int errors,
            List<String> notes) {}

    /// What became of a note.
    public record Outcome(
            String note,
            boolean exact,
            List<String> missed,
            List<String> wrong,
            List<String> diagnosesMissed,
            List<String> diagnosesWrong) {}

    /// The labelled words of a missed code.
    public record Miss(String note, String code, String quote) {
        @Override
        public String toString() {
            return "Miss[" + note + ", " + code + "]";
        }
    }

    /// What changed since an earlier evaluation.
    public record Changes(
            Map<String, Double> differences,
            List<String> becameRight,
            List<String> becameWrong,
            int added,
            int dropped) {}

    /// How an evaluation was made.
    record Setting(SuggestionAnswer.Release release, String date, String classifier) {}

    static EvaluationFile of(
            Setting setting,
            Evaluation evaluation,
            List<Miss> missed,
            @Nullable Comparison comparison) {
        return new EvaluationFile(
                FORMAT,
                setting.release(),
                setting.date(),
                setting.classifier(),
                rounded(evaluation.figures().values()),
                evaluation.figures().counts(),
                latency(evaluation.figures().latency()),
                evaluation.intervals().stream()
                        .map(interval ->
                                new Interval(
                                        rounded(interval.value()),
                                        rounded(interval.low()),
                                        rounded(interval.high())))
                        .toList(),
                evaluation.specialties().stream().map(EvaluationFile::notes).toList(),
                evaluation.noteTypes().stream().map(EvaluationFile::notes).toList(),
                evaluation.families().stream().map(EvaluationFile::codes).toList(),
                evaluation.training().stream().map(EvaluationFile::codes).toList(),
                evaluation.confusions().stream()
                        .map(confusion ->
                                slips(confusion.slip(), confusion.errors(), confusion.notes()))
                        .toList(),
                evaluation.figures().calibration().bins().stream()
                        .map(bin ->
                                new Calibration.Bin(
                                        bin.from(),
                                        bin.to(),
                                        bin.lines(),
                                        rounded(bin.confidence()),
                                        rounded(bin.right())))
                        .toList(),
                evaluation.curve().stream()
                        .map(point ->
                                new CurvePoint(
                                        point.confidence(),
                                        point.codes(),
                                        rounded(point.precision()),
                                        rounded(point.coverage())))
                        .toList(),
                evaluation.notes().stream().map(EvaluationFile::outcome).toList(),
                missed,
                comparison == null ? null : changes(comparison));
    }

    /// Reads an evaluation that was kept.
    ///
    /// @throws BadLineException if the file is none
    static EvaluationFile read(Path file) {
        try {
            var kept = Json.read(Json.decode(Files.readAllBytes(file)), EvaluationFile.class);
            if (FORMAT.equals(kept.format())) {
                return kept;
            }
        } catch (JsonProcessingException _) {
            // Its message may quote the file.
        } catch (IOException _) {
            throw BadLineException.in(file.toString(), "the file cannot be read");
        }
        throw BadLineException.in(file.toString(), "the file is no result of superbill eval");
    }

    /// The evaluation as one side of a comparison.
    Comparison.Side side() {
        var exact = new LinkedHashMap<String, Boolean>();
        notes.forEach(note -> exact.put(note.note(), note.exact()));
        return new Comparison.Side(figures, exact);
    }

    private static Notes notes(NoteGroup group) {
        return new Notes(group.name(), rounded(group.figures().values()), group.figures().counts());
    }

    private static Codes codes(CodeGroup group) {
        var tally = group.procedures();
        return new Codes(
                group.name(),
                group.notes(),
                tally.right(),
                tally.wrong(),
                tally.missed(),
                rounded(tally.precision()),
                rounded(tally.recall()),
                rounded(tally.f1()),
                rounded(group.suggested().precision()),
                rounded(group.suggested().recall()));
    }

    private static Slips slips(Slip slip, int errors, List<String> notes) {
        return switch (slip) {
            case Slip.Swapped(var missed, var given) -> new Slips(missed, given, errors, notes);
            case Slip.Wrong(var given) -> new Slips(null, given, errors, notes);
            case Slip.Missed(var missed) -> new Slips(missed, null, errors, notes);
        };
    }

    private static Outcome outcome(JudgedNote note) {
        return new Outcome(
                note.noteId(),
                note.procedures().exact(),
                note.procedures().missed().stream().sorted().toList(),
                note.procedures().wrong().stream().sorted().toList(),
                note.diagnoses().missed().stream().sorted().toList(),
                note.diagnoses().wrong().stream().sorted().toList());
    }

    private static Changes changes(Comparison comparison) {
        var differences = new LinkedHashMap<String, Double>();
        comparison
                .changes()
                .forEach(change -> differences.put(change.name(), rounded(change.difference())));
        return new Changes(
                differences,
                comparison.becameRight(),
                comparison.becameWrong(),
                comparison.added(),
                comparison.dropped());
    }

    private static Figures.Latency latency(Figures.Latency latency) {
        return new Figures.Latency(
                rounded(latency.p50()), rounded(latency.p90()), rounded(latency.p99()));
    }

    /// Figures as they are kept.
    static Map<String, Double> rounded(Map<String, Double> figures) {
        var rounded = new LinkedHashMap<String, Double>();
        figures.forEach((name, value) -> rounded.put(name, rounded(value)));
        return rounded;
    }

    private static double rounded(double figure) {
        return Math.round(figure * MILLIONTHS) / MILLIONTHS;
    }
}
