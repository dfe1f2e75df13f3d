package dev.superbill.adapter.cli;

import dev.superbill.adapter.wire.Api;
import dev.superbill.adapter.wire.Call;
import dev.superbill.adapter.wire.Caller;
import dev.superbill.adapter.wire.CodeAnswer;
import dev.superbill.adapter.wire.Door;
import dev.superbill.adapter.wire.Json;
import dev.superbill.adapter.wire.Reply;
import dev.superbill.adapter.wire.SuggestionAnswer;
import dev.superbill.classification.NoteClassification;
import dev.superbill.code.CodeSystem;
import dev.superbill.evaluation.CodedNote;
import dev.superbill.evaluation.JudgedNote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Codes labelled notes one after another, and judges the answers. Nothing of it goes to the audit
/// trail.
final class LabelledRun {
    private static final double NANOS_PER_MILLI = 1_000_000;
    private static final int MOST_COMPLAINTS = 5;
    private static final String AUTO = "auto";

    private final Screen screen;
    private final Api api;
    private final String date;
    private final Map<String, String> families = new HashMap<>();
    private int exit = CommandLineDoor.DONE;
    private int refused;
    private int unclassified;
    private SuggestionAnswer.@Nullable Release release;

    LabelledRun(Screen screen, Api api, String date) {
        this.screen = screen;
        this.api = api;
        this.date = date;
    }

    /// Codes and judges.
    ///
    /// @param classifier `default` or `none`
    List<JudgedNote> judge(List<LabelledNote> notes, String classifier) {
        var bar = new ProgressBar(screen);
        var judged = new ArrayList<JudgedNote>(notes.size());
        for (var note : notes) {
            bar.show("classifier " + classifier, judged.size(), notes.size());
            judged.add(JudgedNote.of(note.label(), coded(note, classifier), note.text()));
        }
        bar.clear();
        return List.copyOf(judged);
    }

    private CodedNote coded(LabelledNote note, String classifier) {
        var request =
                Json.write(
                        Map.of(
                                "encounter", Map.of("serviceDate", date),
                                "note", Map.of("text", note.text()),
                                "options", Map.of("classifier", classifier, "audit", false)));
        long start = System.nanoTime();
        var reply = api.answer(Call.suggestions(Caller.alone().actor(), Door.CLI, request));
        double millis = (System.nanoTime() - start) / NANOS_PER_MILLI;
        if (!reply.successful()) {
            complain(note.label().noteId(), reply);
            return CodedNote.refused(millis);
        }
        var answer = reply.read(SuggestionAnswer.class);
        release = answer.release();
        if (answer.classification().engine().equals(NoteClassification.NO_ENGINE)) {
            unclassified++;
        }
        return coded(answer, millis);
    }

    private void complain(String note, Reply reply) {
        refused++;
        if (exit != CommandLineDoor.FAILED) {
            exit = Screen.exitCode(reply);
        }
        if (refused <= MOST_COMPLAINTS) {
            screen.refuse(note, reply);
        }
    }

    private static CodedNote coded(SuggestionAnswer answer, double millis) {
        var noteType = answer.classification().noteType();
        return new CodedNote(
                answer.routing().outcome().equals(AUTO)
                        ? CodedNote.Outcome.AUTO
                        : CodedNote.Outcome.TO_A_PERSON,
                noteType == null ? "" : noteType.label(),
                answer.evaluationAndManagement().family(),
                answer.lines().stream()
                        .map(line ->
                                new CodedNote.Line(
                                        line.code(),
                                        verdict(line.decision()),
                                        line.confidence(),
                                        line.modifiers().stream()
                                                .map(SuggestionAnswer.Modifier::code)
                                                .collect(Collectors.toSet()),
                                        words(line.evidence())))
                        .toList(),
                answer.diagnoses().stream()
                        .map(diagnosis ->
                                new CodedNote.Diagnosis(
                                        diagnosis.code(),
                                        verdict(diagnosis.decision()),
                                        words(diagnosis.evidence())))
                        .toList(),
                answer.rejected().stream().map(SuggestionAnswer.Rejected::code).toList(),
                millis);
    }

    private static CodedNote.Verdict verdict(String decision) {
        return CodedNote.Verdict.valueOf(decision.toUpperCase(Locale.ROOT));
    }

    private static List<CodedNote.Words> words(List<SuggestionAnswer.Evidence> evidence) {
        return evidence.stream()
                .map(words -> {
                    var quote = words.quote();
                    return new CodedNote.Words(
                            words.start(), words.end(), quote == null ? "" : quote);
                })
                .toList();
    }

    /// The service family of a procedure code, empty where none is known.
    String family(String code) {
        return families.computeIfAbsent(code, this::askedFamily);
    }

    private String askedFamily(String code) {
        var system = Character.isDigit(code.charAt(0)) ? CodeSystem.CPT : CodeSystem.HCPCS;
        var reply =
                api.answer(
                        Call.get(
                                Caller.alone().actor(),
                                Door.CLI,
                                Api.CODES + system.label() + "/" + code,
                                Map.of("date", List.of(date))));
        if (!reply.successful()) {
            return "";
        }
        var family = reply.read(CodeAnswer.class).serviceFamily();
        return family == null ? "" : family;
    }

    /// What the answers were made with; null where no note was answered.
    SuggestionAnswer.@Nullable Release release() {
        return release;
    }

    /// How many notes had no answer.
    int refused() {
        return refused;
    }

    /// How many notes were answered without a classifier.
    int unclassified() {
        return unclassified;
    }

    /// What the worst answer makes of the exit code. A failure of ours weighs more than a bad note.
    int exit() {
        return exit;
    }
}
