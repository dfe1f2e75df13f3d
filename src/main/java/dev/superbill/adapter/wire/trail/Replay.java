package dev.superbill.adapter.wire.trail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.superbill.adapter.wire.Json;
import dev.superbill.adapter.wire.Suggester;
import dev.superbill.adapter.wire.SuggestionAnswer;
import dev.superbill.adapter.wire.SuggestionRequest;
import dev.superbill.audit.Actor;
import dev.superbill.audit.AuditTrail;
import dev.superbill.audit.NoteFingerprint;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import dev.superbill.note.Note;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gives a recorded answer again, and tells what differs.
final class Replay {
    private static final int MOST = 100;
    private static final String RELEASE = "/release/";

    private final Suggester suggester;
    private final AuditTrail trail;

    Replay(Suggester suggester, AuditTrail trail) {
        this.suggester = suggester;
        this.trail = trail;
    }

    /// @throws CodingException with `NOT_FOUND` if there is no such answer, or its content was
    ///   erased; with `CONFLICT` if the note is another
    ReplayAnswer of(Actor actor, String answerId, String text, Suggester.Turn turn) {
        var kept =
                trail.find(actor.tenant(), answerId)
                        .filter(CaseRecords::isAnswer)
                        .orElseThrow(() ->
                                new CodingException(
                                        Fault.NOT_FOUND, "There is no answer of that id."));
        if (!NoteFingerprint.of(new Note("", text)).sha256().equals(kept.record().noteSha256())) {
            throw new CodingException(
                    Fault.CONFLICT,
                    "The note is another: its fingerprint is not the recorded one.");
        }
        var content = CaseRecords.content(kept.record());
        var again =
                suggester.suggest(
                        "",
                        new SuggestionRequest(
                                content.encounter(),
                                new SuggestionRequest.Note(null, text),
                                content.options()),
                        turn);
        var sha256 = CaseRecords.sha256(again);
        boolean same = sha256.equals(content.answerSha256());
        return new ReplayAnswer(
                answerId,
                same ? ReplayAnswer.SAME : ReplayAnswer.DIFFERENT,
                content.answerSha256(),
                sha256,
                same ? List.of() : differences(content.answer(), again));
    }

    private static List<ReplayAnswer.Difference> differences(
            SuggestionAnswer recorded, SuggestionAnswer now) {
        var all = new ArrayList<ReplayAnswer.Difference>();
        compare("", tree(recorded), tree(AnswerWords.without(now)), all);
        if (all.isEmpty()) {
            // What the record does not hold: the headings under which the words stand.
            all.add(new ReplayAnswer.Difference("", null, null));
        }
        var releasesFirst = new ArrayList<ReplayAnswer.Difference>();
        all.stream().filter(Replay::isRelease).forEach(releasesFirst::add);
        all.stream().filter(difference -> !isRelease(difference)).forEach(releasesFirst::add);
        return releasesFirst.subList(0, Math.min(MOST, releasesFirst.size()));
    }

    private static boolean isRelease(ReplayAnswer.Difference difference) {
        return difference.pointer().startsWith(RELEASE);
    }

    private static JsonNode tree(SuggestionAnswer answer) {
        var bytes = Json.write(answer.lasting());
        return Json.readContent(new String(bytes, StandardCharsets.UTF_8), JsonNode.class);
    }

    private static void compare(
            String at,
            @Nullable JsonNode recorded,
            @Nullable JsonNode now,
            List<ReplayAnswer.Difference> differences) {
        if (recorded != null && recorded.equals(now)) {
            return;
        }
        if (recorded != null && now != null && recorded.isObject() && now.isObject()) {
            var names = new LinkedHashSet<String>();
            recorded.fieldNames().forEachRemaining(names::add);
            now.fieldNames().forEachRemaining(names::add);
            for (var name : names) {
                compare(at + "/" + name, recorded.get(name), now.get(name), differences);
            }
            return;
        }
        if (recorded != null && now != null && recorded.isArray() && now.isArray()) {
            for (int i = 0; i < Math.max(recorded.size(), now.size()); i++) {
                compare(at + "/" + i, recorded.get(i), now.get(i), differences);
            }
            return;
        }
        differences.add(
                new ReplayAnswer.Difference(
                        at,
                        recorded == null ? null : recorded.toString(),
                        now == null ? null : now.toString()));
    }
}
