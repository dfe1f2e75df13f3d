package dev.superbill.adapter.workbench;

import dev.superbill.CodingPipeline;
import dev.superbill.adapter.wire.Api;
import dev.superbill.adapter.wire.Call;
import dev.superbill.adapter.wire.ClaimAnswer;
import dev.superbill.adapter.wire.Door;
import dev.superbill.adapter.wire.Json;
import dev.superbill.adapter.wire.SearchAnswer;
import dev.superbill.adapter.wire.Suggester;
import dev.superbill.adapter.wire.SuggestionAnswer;
import dev.superbill.adapter.wire.SuggestionRequest;
import dev.superbill.adapter.wire.trail.Desk;
import dev.superbill.audit.Actor;
import dev.superbill.audit.NoteFingerprint;
import dev.superbill.code.Code;
import dev.superbill.codeset.CodeEntry;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import dev.superbill.note.Note;
import dev.superbill.workqueue.Answer;
import dev.superbill.workqueue.CodingCase;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Takes what belongs to a case from the desk, and has it read and checked again.
@Singleton
class CaseFile {
    private static final int MOST_FOUND = 12;

    private final Desk desk;
    private final Api api;
    private final Suggester suggester;
    private final Supplier<CodingPipeline> pipelines;

    CaseFile(Desk desk, Api api, Suggester suggester, Supplier<CodingPipeline> pipelines) {
        this.desk = desk;
        this.api = api;
        this.suggester = suggester;
        this.pipelines = pipelines;
    }

    /// A case with its answer and encounter.
    ///
    /// @param found the case
    /// @param answer the answer
    /// @param encounter the encounter
    /// @param text the note's text, null where it is not kept
    record Opened(
            CodingCase found,
            SuggestionAnswer answer,
            SuggestionRequest.Encounter encounter,
            @Nullable String text) {
        @Override
        public String toString() {
            return "Opened[" + answer.id() + "]";
        }
    }

    /// @throws CodingException with `NOT_FOUND` if there is no such case
    Opened open(Actor actor, String id) {
        var found = desk.find(actor, id).orElseThrow(CaseFile::noCase);
        return new Opened(
                found,
                desk.answer(actor, id).orElseThrow(CaseFile::noCase),
                desk.encounter(actor, id).orElseThrow(CaseFile::noCase),
                desk.note(actor, id).orElse(null));
    }

    private static CodingException noCase() {
        return new CodingException(Fault.NOT_FOUND, "There is no case of that id.");
    }

    /// The case in words, the lines that would be billed checked.
    CaseView view(Actor actor, Opened opened) {
        var date = opened.encounter().serviceDate();
        return new CaseViewer(code -> describe(code, date))
                .view(
                        new CaseViewer.Told(
                                opened.found(),
                                opened.answer(),
                                opened.encounter(),
                                check(actor, opened),
                                suggester.nextId()));
    }

    private @Nullable ClaimAnswer check(Actor actor, Opened opened) {
        var claim =
                ClaimDraft.of(
                        opened.found(),
                        opened.answer(),
                        opened.encounter(),
                        Optional.ofNullable(opened.text()));
        if (claim.isEmpty()) {
            return null;
        }
        var reply = api.answer(Call.claim(actor, Door.HTTP, Json.write(claim.get())));
        return reply.successful() ? reply.read(ClaimAnswer.class) : null;
    }

    /// The note, marked.
    NoteView note(Opened opened) {
        var text = opened.text();
        var id = opened.answer().id();
        boolean signed = opened.found().signature().isPresent();
        if (text == null) {
            return new NoteView(id, false, List.of(), signed);
        }
        var note = new Note("", text);
        var read = pipelines.get().read(note);
        boolean hidden = opened.found().answer().visibility() == Answer.Visibility.HIDDEN;
        var evidenced =
                hidden
                        ? Evidenced.byCoders(opened.found())
                        : Evidenced.by(opened.answer(), opened.found());
        var marks = new ArrayList<>(evidenced.marks());
        if (!hidden) {
            marks.addAll(MarkedNote.doubts(read));
        }
        return new NoteView(
                id,
                true,
                List.of(MarkedNote.of(note, read.sections(), marks, evidenced.names())),
                signed);
    }

    /// The case with a note that a coder pasted again, where it is the one that was answered. A
    /// browser writes line ends its own way: they are taken either way.
    ///
    /// @throws CodingException with `CONFLICT` if it is another
    Opened restored(Opened opened, String pasted) {
        var lines = pasted.replace("\r\n", "\n");
        for (var text : List.of(lines, lines.stripTrailing(), lines + "\n", pasted)) {
            if (!StartForm.wrongWith(text).isEmpty()) {
                continue;
            }
            var fingerprint = NoteFingerprint.of(new Note("", text)).sha256();
            if (fingerprint.equals(opened.found().answer().noteSha256())) {
                return new Opened(opened.found(), opened.answer(), opened.encounter(), text);
            }
        }
        throw new CodingException(
                Fault.CONFLICT, "This is another text than the one that was answered.");
    }

    /// What a code is, in words; empty where nothing loaded lists it.
    String describe(Code code, LocalDate date) {
        return pipelines
                .get()
                .codeSets()
                .describe(code, date)
                .map(CodeEntry::description)
                .orElse("");
    }

    /// Codes that words find.
    ///
    /// @param systems the systems searched; all where none is named
    List<FoundCode> search(Actor actor, String words, List<String> systems, LocalDate date) {
        if (words.isBlank()) {
            return List.of();
        }
        var reply =
                api.answer(
                        Call.get(
                                actor,
                                Door.HTTP,
                                Api.SEARCH,
                                Map.of(
                                        "q", List.of(words.strip()),
                                        "system", systems,
                                        "date", List.of(date.toString()),
                                        "limit", List.of(String.valueOf(MOST_FOUND)))));
        if (!reply.successful()) {
            return List.of();
        }
        return reply.read(SearchAnswer.class).items().stream()
                .map(item ->
                        new FoundCode(
                                item.system(),
                                item.code(),
                                item.description(),
                                item.status(),
                                item.billable()))
                .toList();
    }

    /// A new id.
    String nextId() {
        return suggester.nextId();
    }
}
