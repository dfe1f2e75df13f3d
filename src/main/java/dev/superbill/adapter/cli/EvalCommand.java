package dev.superbill.adapter.cli;

import dev.superbill.adapter.wire.Api;
import dev.superbill.adapter.wire.Json;
import dev.superbill.evaluation.Comparison;
import dev.superbill.evaluation.Evaluation;
import dev.superbill.evaluation.JudgedNote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Measures the answers to an operator's own labelled notes.
@Command(
        name = "eval",
        description = "Codes labelled notes and prints how good the answers are.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A label is a line of JSON: note_id, cpt_must, cpt_may, icd_must, icd_may, note_type (list),",
            "em_family (list), lines (code, modifiers, evidence); it may carry the note itself as text,",
            "and specialties (list). What is in must is right; what is in may is neither right nor wrong.",
            "No words of a note are printed or written, unless --quotes asks for those of missed codes."
        })
final class EvalCommand implements Callable<Integer> {
    private static final String DEFAULT = "default";
    private static final String NONE = "none";

    private final Screen screen;
    private final Supplier<Api> api;
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "LABELS", description = "Labels as JSON lines.")
    private Path labels = Path.of("");

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NOTES",
            description =
                    "A folder of NOTE_ID.txt, or a table (comma, |, tab or ;) with the columns note_id"
                            + " and transcription, and maybe specialties; left out where labels carry"
                            + " the notes.")
    private @Nullable Path notes;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            defaultValue = "2026-06-15",
            description = "The service date of all notes; ${DEFAULT-VALUE} where it is left out.")
    private String date = "";

    @Option(
            names = "--classifier",
            paramLabel = "WHICH",
            defaultValue = DEFAULT,
            description = "default or none.")
    private String classifier = DEFAULT;

    @Option(
            names = "--compare-lookup",
            description = "Code the notes without the classifier too, and tell what it adds.")
    private boolean compareLookup;

    @Option(
            names = "--training",
            paramLabel = "LABELS",
            description = "Tell codes that stand in these labels from those that do not.")
    private @Nullable Path training;

    @Option(
            names = "--against",
            paramLabel = "RESULT",
            description = "Tell what changed since this result, written by --json.")
    private @Nullable Path against;

    @Option(names = "--limit", paramLabel = "COUNT", description = "The most notes coded.")
    private int limit = Integer.MAX_VALUE;

    @Option(names = "--quotes", description = "Tell the labelled words of missed codes.")
    private boolean quotes;

    @Option(names = "--json", paramLabel = "FILE", description = "Write everything as JSON.")
    private @Nullable Path json;

    @Option(names = "--html", paramLabel = "FILE", description = "Write everything as one page.")
    private @Nullable Path html;

    EvalCommand(Screen screen, Supplier<Api> api) {
        this.screen = screen;
        this.api = api;
    }

    @Spec
    void spec(CommandSpec own) {
        spec = own;
    }

    @Override
    public Integer call() {
        requireSense();
        try {
            return evaluate();
        } catch (BadLineException e) {
            screen.refuse(e.where(), e.what());
            return CommandLineDoor.REFUSED;
        }
    }

    private void requireSense() {
        if (!classifier.equals(DEFAULT) && !classifier.equals(NONE)) {
            throw new ParameterException(spec.commandLine(), "--classifier is default or none");
        }
        if (compareLookup && classifier.equals(NONE)) {
            throw new ParameterException(
                    spec.commandLine(), "--compare-lookup needs --classifier default");
        }
        try {
            LocalDate.parse(date);
        } catch (DateTimeParseException _) {
            throw new ParameterException(spec.commandLine(), "--date is a date such as 2026-06-15");
        }
        if (limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit is 1 or more");
        }
    }

    private int evaluate() {
        var labelled = LabelledNote.read(labels, notes, limit);
        var seen = training == null ? Set.<String>of() : seen(training);
        var earlier = against == null ? null : EvaluationFile.read(against);
        var run = new LabelledRun(screen, api.get(), date);
        var judged = run.judge(labelled, classifier);
        var release = run.release();
        if (release == null) {
            return run.exit();
        }
        int unclassified = run.unclassified();
        List<JudgedNote> lookup = compareLookup ? run.judge(labelled, NONE) : List.of();
        var evaluation = Evaluation.of(judged, run::family, new Evaluation.Against(seen, lookup));
        var missed = quotes ? missed(labelled, judged) : List.<EvaluationFile.Miss>of();
        var setting = new EvaluationFile.Setting(release, date, classifier);
        var comparison = earlier == null ? null : compared(earlier, evaluation);
        var subject = subject(evaluation, setting);
        var sheets = EvaluationSheets.of(evaluation, missed, comparison);
        print(subject, sheets, classifier.equals(DEFAULT) ? unclassified : 0);
        return worse(
                run.exit(),
                worse(
                        write(
                                json,
                                () ->
                                        Json.write(
                                                EvaluationFile.of(
                                                        setting, evaluation, missed, comparison))),
                        write(
                                html,
                                () ->
                                        EvaluationPage.html(
                                                        String.join("; ", subject),
                                                        evaluation,
                                                        sheets)
                                                .getBytes(StandardCharsets.UTF_8))));
    }

    private static Set<String> seen(Path training) {
        var seen = new TreeSet<String>();
        LabelFile.read(training).forEach(entry -> seen.addAll(entry.label().namedProcedures()));
        return seen;
    }

    private static Comparison compared(EvaluationFile earlier, Evaluation evaluation) {
        var exact = new LinkedHashMap<String, Boolean>();
        evaluation.notes().forEach(note -> exact.put(note.noteId(), note.procedures().exact()));
        return Comparison.of(
                earlier.side(),
                new Comparison.Side(EvaluationFile.rounded(evaluation.figures().values()), exact));
    }

    private static List<EvaluationFile.Miss> missed(
            List<LabelledNote> labelled, List<JudgedNote> judged) {
        var missed = new ArrayList<EvaluationFile.Miss>();
        for (int i = 0; i < labelled.size(); i++) {
            var codes = judged.get(i).procedures().missed();
            for (var line : labelled.get(i).label().lines()) {
                if (codes.contains(line.code()) && !line.quote().isEmpty()) {
                    missed.add(
                            new EvaluationFile.Miss(
                                    judged.get(i).noteId(), line.code(), line.quote()));
                }
            }
        }
        return missed;
    }

    /// What was measured, and with what.
    private static List<String> subject(Evaluation evaluation, EvaluationFile.Setting setting) {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%,d notes, %,d without an answer; service date %s, classifier %s",
                        evaluation.figures().notes(),
                        evaluation.figures().refused(),
                        setting.date(),
                        setting.classifier()),
                String.format(
                        Locale.ROOT,
                        "superbill %s, model %s, rules %s",
                        setting.release().build(),
                        setting.release().model(),
                        setting.release().rules()));
    }

    private void print(List<String> subject, List<FigureSheet> sheets, int unclassified) {
        screen.line(screen.styled("bold", subject.getFirst()));
        subject.stream().skip(1).forEach(screen::line);
        if (unclassified > 0) {
            screen.line(
                    screen.styled("fg(yellow)", "! ")
                            + "the classifier did not run for "
                            + unclassified
                            + " notes: these figures are in part those of lookup alone");
        }
        screen.line("");
        var table = new FigureTable(screen);
        sheets.forEach(table::print);
    }

    private int write(@Nullable Path file, Supplier<byte[]> content) {
        if (file == null) {
            return CommandLineDoor.DONE;
        }
        try {
            Files.write(file, content.get());
            return CommandLineDoor.DONE;
        } catch (IOException _) {
            screen.refuse(file.toString(), "the file cannot be written");
            return CommandLineDoor.FAILED;
        }
    }

    /// A failure of ours weighs more than a bad note.
    private static int worse(int one, int other) {
        return one == CommandLineDoor.FAILED || other == CommandLineDoor.FAILED
                ? CommandLineDoor.FAILED
                : Math.max(one, other);
    }
}
