package dev.superbill.adapter.cli;

import dev.superbill.adapter.cli.FigureSheet.Row;
import dev.superbill.analytics.Share;
import dev.superbill.evaluation.CodeGroup;
import dev.superbill.evaluation.Comparison;
import dev.superbill.evaluation.Confusion;
import dev.superbill.evaluation.Confusion.Slip;
import dev.superbill.evaluation.CurvePoint;
import dev.superbill.evaluation.Evaluation;
import dev.superbill.evaluation.Figures;
import dev.superbill.evaluation.Interval;
import dev.superbill.evaluation.NoteGroup;
import dev.superbill.evaluation.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An evaluation as tables.
final class EvaluationSheets {
    private static final int STEPS = 10;
    private static final double LEAST_CHANGE = 0.0005;
    private static final List<String> GROUP =
            List.of("notes", "P", "R", "F1", "suggest P", "covers", "exact", "ICD F1");
    private static final List<String> CODES =
            List.of("notes", "due", "P", "R", "F1", "suggest P", "covers");

    private EvaluationSheets() {}

    static List<FigureSheet> of(
            Evaluation evaluation,
            List<EvaluationFile.Miss> missed,
            @Nullable Comparison comparison) {
        var figures = evaluation.figures();
        var sheets = new ArrayList<FigureSheet>();
        sheets.add(codes(evaluation));
        sheets.add(intervals(evaluation.intervals()));
        sheets.add(shares(figures));
        sheets.add(evidence(figures));
        sheets.add(latency(figures.latency()));
        if (comparison != null) {
            sheets.add(changes(comparison));
            sheets.add(changedNotes(comparison));
        }
        sheets.add(groups("specialty", evaluation.specialties()));
        sheets.add(groups("note type", evaluation.noteTypes()));
        sheets.add(codeGroups(evaluation.families()));
        sheets.add(confusions(evaluation.confusions()));
        sheets.add(reliability(figures));
        sheets.add(curve(evaluation.curve()));
        if (!missed.isEmpty()) {
            sheets.add(missed(missed));
        }
        return sheets;
    }

    private static FigureSheet codes(Evaluation evaluation) {
        var figures = evaluation.figures();
        var rows = new ArrayList<Row>();
        rows.add(codes("CPT/HCPCS code", figures.procedures()));
        evaluation.training().stream()
                .map(group -> codes("  " + group.name() + " in training", group.procedures()))
                .forEach(rows::add);
        rows.add(codes("CPT/HCPCS three digits", figures.procedureCategories()));
        rows.add(codes("suggested without review", figures.suggested()));
        rows.add(codes("ICD-10-CM code", figures.diagnoses()));
        rows.add(codes("ICD-10-CM category", figures.diagnosisCategories()));
        return new FigureSheet(
                "codes",
                "P precision, R recall; the recall of what is suggested without review is the share"
                        + " of the right codes that it covers",
                List.of("codes", "P", "R", "F1", "right", "wrong", "missed"),
                rows);
    }

    private static Row codes(String name, Tally tally) {
        return Row.of(
                name,
                precision(tally),
                recall(tally),
                f1(tally),
                number(tally.right()),
                number(tally.wrong()),
                number(tally.missed()));
    }

    private static FigureSheet intervals(List<Interval> intervals) {
        var names = List.of("F1 of CPT/HCPCS codes", "  added by the classifier");
        return new FigureSheet(
                "95 % intervals",
                String.format(
                        Locale.ROOT, "%,d resamples of the notes, in pairs", Interval.RESAMPLES),
                List.of("95 % interval", "value", "from", "to"),
                IntStream.range(0, intervals.size())
                        .mapToObj(index -> {
                            var interval = intervals.get(index);
                            return Row.of(
                                    names.get(index),
                                    number(interval.value()),
                                    number(interval.low()),
                                    number(interval.high()));
                        })
                        .toList());
    }

    private static FigureSheet shares(Figures figures) {
        var calibration = figures.calibration();
        int lines = calibration.bins().stream().mapToInt(bin -> bin.lines()).sum();
        return new FigureSheet(
                "notes, routing, confidence",
                "",
                List.of("figure", "value", "of"),
                List.of(
                        share("exact set of procedures", figures.exact()),
                        share("recall among the first ten", figures.amongTen()),
                        share("note type", figures.noteType()),
                        share("E/M family of visits", figures.visitFamily()),
                        share("routed auto", figures.routedAuto()),
                        share("  of those exactly right", figures.auto()),
                        share("evidence on the labelled words", figures.overlap()),
                        share("modifiers equal", figures.modifiers()),
                        Row.of(
                                "expected calibration error",
                                number(calibration.error()),
                                number(lines)),
                        Row.of("Brier skill", number(calibration.brierSkill()), number(lines))));
    }

    private static Row share(String name, Share share) {
        return Row.of(name, figure(share.value(), share.of()), number(share.of()));
    }

    private static FigureSheet evidence(Figures figures) {
        var evidence = figures.evidence();
        return new FigureSheet(
                "evidence",
                "",
                List.of("evidence", "count"),
                List.of(
                        Row.of("spans", number(evidence.spans())),
                        Row.of("  that differ from the note", number(evidence.unequal())),
                        Row.of("  over 300 characters", number(evidence.longSpans())),
                        Row.of("codes without any", number(evidence.bare()))));
    }

    private static FigureSheet latency(Figures.Latency latency) {
        return new FigureSheet(
                "time",
                "one note after another, the first included, with reading and writing of JSON",
                List.of("ms a note", "p50", "p90", "p99"),
                List.of(
                        Row.of(
                                "answer",
                                millis(latency.p50()),
                                millis(latency.p90()),
                                millis(latency.p99()))));
    }

    private static FigureSheet changes(Comparison comparison) {
        return new FigureSheet(
                "since the earlier result",
                comparison.added()
                        + " notes are new, "
                        + comparison.dropped()
                        + " are no longer there",
                List.of("since the earlier result", "before", "now", "change"),
                comparison.changes().stream()
                        .map(change ->
                                Row.of(
                                        change.name(),
                                        number(change.before()),
                                        number(change.now()),
                                        signed(change.difference())))
                        .toList());
    }

    private static FigureSheet changedNotes(Comparison comparison) {
        return new FigureSheet(
                "notes that changed",
                comparison.becameRight().size()
                        + " became exactly right, "
                        + comparison.becameWrong().size()
                        + " no longer are",
                List.of("note", "now"),
                Stream.concat(
                                comparison.becameWrong().stream()
                                        .map(note -> Row.of(note, "wrong")),
                                comparison.becameRight().stream()
                                        .map(note -> Row.of(note, "right")))
                        .toList());
    }

    private static FigureSheet groups(String kind, List<NoteGroup> groups) {
        return new FigureSheet(
                "by " + kind,
                kind.equals("specialty") ? "a note of several counts in each" : "",
                head(kind, GROUP),
                groups.stream().map(EvaluationSheets::group).toList());
    }

    private static Row group(NoteGroup group) {
        var figures = group.figures();
        return Row.of(
                told(group.name(), "not told"),
                number(figures.notes()),
                precision(figures.procedures()),
                recall(figures.procedures()),
                f1(figures.procedures()),
                precision(figures.suggested()),
                recall(figures.suggested()),
                number(figures.exact().value()),
                f1(figures.diagnoses()));
    }

    private static FigureSheet codeGroups(List<CodeGroup> groups) {
        return new FigureSheet(
                "by service family",
                "families of the CMS Restructured BETOS Classification System",
                head("service family", CODES),
                groups.stream()
                        .map(group ->
                                Row.of(
                                        told(group.name(), "none in the code table"),
                                        number(group.notes()),
                                        number(
                                                group.procedures().right()
                                                        + group.procedures().missed()),
                                        precision(group.procedures()),
                                        recall(group.procedures()),
                                        f1(group.procedures()),
                                        precision(group.suggested()),
                                        recall(group.suggested())))
                        .toList());
    }

    private static FigureSheet confusions(List<Confusion> confusions) {
        return new FigureSheet(
                "what costs most",
                "a code given for another of its three digits costs two errors, one missed or wrong"
                        + " alone costs one",
                List.of("confusion", "errors", "notes"),
                confusions.stream()
                        .map(confusion ->
                                Row.of(
                                        said(confusion.slip()),
                                        number(confusion.errors()),
                                        number(confusion.notes().size())))
                        .toList());
    }

    private static String said(Slip slip) {
        return switch (slip) {
            case Slip.Swapped(var missed, var given) -> missed + " → " + given;
            case Slip.Wrong(var given) -> given + " wrong";
            case Slip.Missed(var missed) -> missed + " missed";
        };
    }

    private static FigureSheet reliability(Figures figures) {
        return new FigureSheet(
                "reliability",
                "of lines answered with a confidence, how many are right or allowed",
                List.of("confidence", "lines", "mean", "right"),
                figures.calibration().bins().stream()
                        .map(bin ->
                                Row.of(
                                        String.format(
                                                Locale.ROOT, "%.1f–%.1f", bin.from(), bin.to()),
                                        number(bin.lines()),
                                        bin.lines() == 0 ? "" : number(bin.confidence()),
                                        bin.lines() == 0 ? "" : number(bin.right())))
                        .toList());
    }

    /// The curve at every tenth of confidence.
    private static FigureSheet curve(List<CurvePoint> curve) {
        var rows = new ArrayList<Row>();
        for (int step = STEPS - 1; step >= 0; step--) {
            double least = (double) step / STEPS;
            curve.stream()
                    .filter(point -> point.confidence() >= least)
                    .reduce((_, last) -> last)
                    .ifPresent(point ->
                            rows.add(
                                    Row.of(
                                            String.format(Locale.ROOT, "%.1f", least),
                                            number(point.codes()),
                                            number(point.precision()),
                                            number(point.coverage()))));
        }
        return new FigureSheet(
                "precision and coverage",
                "if only codes from a confidence on were answered",
                List.of("confidence from", "codes", "precision", "coverage"),
                rows);
    }

    private static FigureSheet missed(List<EvaluationFile.Miss> missed) {
        return new FigureSheet(
                "missed codes",
                "the words that the label quotes",
                List.of("note", "code", "words"),
                missed.stream()
                        .map(miss -> Row.of(miss.note(), miss.code(), miss.quote()))
                        .toList());
    }

    private static List<String> head(String first, List<String> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    private static String told(String name, String untold) {
        return name.isEmpty() ? untold : name;
    }

    /// A share of nothing is no figure.
    private static String figure(double value, int of) {
        return of == 0 ? "–" : number(value);
    }

    private static String precision(Tally tally) {
        return figure(tally.precision(), tally.right() + tally.wrong());
    }

    private static String recall(Tally tally) {
        return figure(tally.recall(), tally.right() + tally.missed());
    }

    private static String f1(Tally tally) {
        return figure(tally.f1(), tally.right() + tally.wrong() + tally.missed());
    }

    private static String number(double figure) {
        return String.format(Locale.ROOT, "%.3f", figure);
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String signed(double figure) {
        return Math.abs(figure) < LEAST_CHANGE
                ? "0.000"
                : String.format(Locale.ROOT, "%+.3f", figure);
    }

    private static String millis(double millis) {
        return String.format(Locale.ROOT, "%.1f", millis);
    }
}
