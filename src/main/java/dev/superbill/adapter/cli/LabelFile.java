package dev.superbill.adapter.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.superbill.adapter.wire.Json;
import dev.superbill.evaluation.NoteLabel;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Labels as JSON lines: `note_id`, `cpt_must`, `cpt_may`, `icd_must`, `icd_may`, `note_type`,
/// `em_family`, `lines` (`code`, `modifiers`, `evidence`), and where the operator likes `text` and
/// `specialties`. Other fields are skipped.
final class LabelFile {
    private final String name;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private LabelFile(String name) {
        this.name = name;
    }

    /// A label.
    ///
    /// @param line the line it stands in, 1 and on
    /// @param label what it says
    /// @param text the note, where the label carries it; else empty
    record Entry(int line, NoteLabel label, String text) {
        @Override
        public String toString() {
            return "Entry[" + line + ", " + label.noteId() + "]";
        }
    }

    /// Reads labels in their order.
    ///
    /// @throws BadLineException if the file cannot be read, a line is no label, a note is labelled
    ///   twice, or there is none
    static List<Entry> read(Path file) {
        var labels = new LabelFile(file.toString());
        labels.addAll(labels.bytes(file));
        if (labels.entries.isEmpty()) {
            throw BadLineException.in(labels.name, "there are no labels");
        }
        return List.copyOf(labels.entries);
    }

    private byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException _) {
            throw BadLineException.in(name, "the file cannot be read");
        }
    }

    private void addAll(byte[] bytes) {
        int line = 1;
        int from = 0;
        for (int to = 0; to <= bytes.length; to++) {
            if (to == bytes.length || bytes[to] == '\n') {
                add(line, Arrays.copyOfRange(bytes, from, to));
                from = to + 1;
                line++;
            }
        }
    }

    private void add(int line, byte[] bytes) {
        var json = json(line, bytes);
        if (json.isBlank()) {
            return;
        }
        var entry = new Line(line, object(line, json)).entry();
        if (!ids.add(entry.label().noteId())) {
            throw BadLineException.at(name, line, "the note was labelled before");
        }
        entries.add(entry);
    }

    private String json(int line, byte[] bytes) {
        try {
            return Json.decode(bytes);
        } catch (CharacterCodingException _) {
            throw BadLineException.at(name, line, "the line is not UTF-8");
        }
    }

    private JsonNode object(int line, String json) {
        try {
            var node = Json.read(json, JsonNode.class);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException _) {
            // Its message may quote the line.
        }
        throw BadLineException.at(name, line, "the line is no JSON object");
    }

    /// The fields of one line.
    private final class Line {
        private final int number;
        private final JsonNode node;

        Line(int number, JsonNode node) {
            this.number = number;
            this.node = node;
        }

        Entry entry() {
            var label =
                    new NoteLabel(
                            required("note_id"),
                            codes("cpt"),
                            codes("icd"),
                            strings(node, "note_type"),
                            strings(node, "em_family"),
                            lines(),
                            strings(node, "specialties"));
            return new Entry(number, label, string(node, "text"));
        }

        private NoteLabel.Codes codes(String system) {
            if (!node.path(system + "_must").isArray()) {
                throw bad(system + "_must is no list of codes");
            }
            return NoteLabel.Codes.of(
                    strings(node, system + "_must"), strings(node, system + "_may"));
        }

        private List<NoteLabel.Line> lines() {
            var lines = new ArrayList<NoteLabel.Line>();
            for (var line : list(node, "lines")) {
                var code = string(line, "code");
                if (code.isEmpty()) {
                    throw bad("one of lines has no code");
                }
                lines.add(
                        new NoteLabel.Line(
                                code,
                                Set.copyOf(strings(line, "modifiers")),
                                string(line, "evidence")));
            }
            return lines;
        }

        private String required(String field) {
            var value = string(node, field);
            if (value.isBlank()) {
                throw bad(field + " is missing");
            }
            return value;
        }

        private String string(JsonNode object, String field) {
            var value = object.path(field);
            if (value.isTextual()) {
                return value.asText();
            }
            if (value.isMissingNode() || value.isNull()) {
                return "";
            }
            throw bad(field + " is no string");
        }

        private List<String> strings(JsonNode object, String field) {
            var strings = new ArrayList<String>();
            for (var element : list(object, field)) {
                if (!element.isTextual() || element.asText().isBlank()) {
                    throw bad(field + " holds something else than strings");
                }
                strings.add(element.asText());
            }
            return strings;
        }

        private JsonNode list(JsonNode object, String field) {
            var list = object.path(field);
            if (list.isArray() || list.isMissingNode() || list.isNull()) {
                return list;
            }
            throw bad(field + " is no list");
        }

        private BadLineException bad(String what) {
            return BadLineException.at(name, number, what);
        }
    }
}
