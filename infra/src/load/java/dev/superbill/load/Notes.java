package dev.superbill.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// Requests with notes of one length, made of the made-up notes of the golden tests: each begins
/// with another one and goes on with those after it.
final class Notes {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Notes() {}

    /// One request for each golden note.
    static List<Map<String, Object>> requests() {
        var folder = Path.of(Choices.text("notes", "../src/test/resources/golden"));
        int characters = Choices.number("characters", 3000);
        var notes = read(folder);
        var requests = new ArrayList<Map<String, Object>>();
        for (int first = 0; first < notes.size(); first++) {
            Collections.rotate(notes, -1);
            requests.add(Map.of("request", request(text(notes, characters))));
        }
        return requests;
    }

    private static List<String> read(Path folder) {
        try (var files = Files.walk(folder)) {
            var notes = new ArrayList<String>();
            for (var file : files.filter(file -> file.endsWith("note.txt")).sorted().toList()) {
                notes.add(Files.readString(file).strip());
            }
            if (notes.isEmpty()) {
                throw new IllegalArgumentException("there are no notes in " + folder);
            }
            return notes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(List<String> notes, int characters) {
        var text = new StringBuilder(characters);
        for (int next = 0; text.length() < characters; next++) {
            text.append(notes.get(next % notes.size())).append("\n\n");
        }
        return text.substring(0, characters);
    }

    private static String request(String text) {
        var encounter = Map.of("serviceDate", "2026-06-15", "placeOfService", "22");
        try {
            return MAPPER.writeValueAsString(
                    Map.of("encounter", encounter, "note", Map.of("text", text)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text is always JSON", e);
        }
    }
}
