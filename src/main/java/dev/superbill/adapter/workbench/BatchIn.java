package dev.superbill.adapter.workbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.superbill.adapter.wire.Door;
import dev.superbill.adapter.wire.Json;
import dev.superbill.adapter.wire.SuggestionRequest;
import dev.superbill.adapter.wire.trail.Desk;
import dev.superbill.audit.Actor;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import jakarta.validation.Validator;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Takes many notes at once: a text file is a note, a JSON file a request of the interface, and a
/// file of several lines of JSON a request a line. What is wrong with one keeps no other out.
final class BatchIn {
    private final Desk desk;
    private final Validator validator;
    private final Actor actor;
    private final StartForm facts;
    private final List<QueueView.Refused> refused = new ArrayList<>();
    private int opened;

    /// @param desk where cases are opened
    /// @param validator checks requests
    /// @param actor who sends them
    /// @param facts the encounter that the notes of text files take
    BatchIn(Desk desk, Validator validator, Actor actor, StartForm facts) {
        this.desk = desk;
        this.validator = validator;
        this.actor = actor;
        this.facts = facts;
    }

    /// Takes a file.
    void take(String name, byte[] content) {
        String text;
        try {
            text = Json.decode(content);
        } catch (CharacterCodingException _) {
            refuse(name, "It is not encoded in UTF-8.");
            return;
        }
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".ndjson") || lower.endsWith(".jsonl")) {
            takeLines(name, text);
        } else if (lower.endsWith(".json")) {
            takeJson(name, text);
        } else if (lower.endsWith(".txt")) {
            takeText(name, text);
        } else {
            refuse(name, "It is no .txt, .json or .ndjson file.");
        }
    }

    private void takeLines(String name, String text) {
        int number = 0;
        for (var line : text.split("\n", -1)) {
            number++;
            if (!line.isBlank()) {
                takeJson(name + ", line " + number, line);
            }
        }
    }

    private void takeText(String name, String text) {
        var reading = facts.with(text).read();
        var request = reading.request();
        if (request == null || !reading.wrong().isEmpty()) {
            refuse(name, String.join(" ", reading.wrong().values()));
            return;
        }
        take(name, request);
    }

    /// What the library says may quote the note: it is not handed on.
    private void takeJson(String place, String json) {
        SuggestionRequest request;
        try {
            request = Json.read(json, SuggestionRequest.class);
        } catch (JsonProcessingException _) {
            refuse(
                    place,
                    "It is no request with encounter and note, as POST /v1/suggestions takes.");
            return;
        }
        if (request == null) {
            refuse(place, "It is null.");
            return;
        }
        take(place, request);
    }

    private void take(String place, SuggestionRequest request) {
        var wrong =
                validator.validate(request).stream()
                        .map(violation ->
                                violation.getPropertyPath() + " " + violation.getMessage())
                        .sorted()
                        .toList();
        if (!wrong.isEmpty()) {
            refuse(place, String.join("; ", wrong) + ".");
            return;
        }
        var note = StartForm.wrongWith(request.note().text());
        if (!note.isEmpty()) {
            refuse(place, note);
            return;
        }
        try {
            var _ = desk.open(actor, request, Door.HTTP);
            opened++;
        } catch (CodingException e) {
            if (e.fault() != Fault.NO_EDITION) {
                throw e;
            }
            refuse(place, Objects.toString(e.getMessage(), ""));
        }
    }

    private void refuse(String place, String why) {
        refused.add(new QueueView.Refused(place, why));
    }

    /// What became of what was taken.
    QueueView.Batch done() {
        return new QueueView.Batch(opened, refused);
    }
}
