package dev.superbill.adapter.training;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.superbill.note.Note;
import dev.superbill.section.Passages;
import dev.superbill.section.Sectionizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the passages of notes, for the training of the ranker of codes.
///
/// One JSON object a line in (`id`, `text`) and out: `id`, and `passages` with the start, the end
/// and the kind of section of each.
public final class PassageDump {
    private PassageDump() {}

    /// Reads notes and writes passages: the notes' file, the file to write.
    ///
    /// @throws IOException if a file cannot be read or written
    public static void main(String[] args) throws IOException {
        var json = new JsonMapper();
        var sectionizer = new Sectionizer();
        try (var notes = Files.newBufferedReader(Path.of(args[0]));
                var out = Files.newBufferedWriter(Path.of(args[1]))) {
            for (var line = notes.readLine(); line != null; line = notes.readLine()) {
                var input = json.readTree(line);
                var note = new Note(input.get("id").asText(), input.get("text").asText());
                var sections = sectionizer.split(note);
                var result = json.createObjectNode().put("id", note.id());
                var list = result.putArray("passages");
                for (var passage : Passages.of(note, sections)) {
                    list.addArray()
                            .add(passage.span().start())
                            .add(passage.span().end())
                            .add(sections.get(passage.section()).kind().name());
                }
                out.write(json.writeValueAsString(result));
                out.newLine();
            }
        }
    }
}
