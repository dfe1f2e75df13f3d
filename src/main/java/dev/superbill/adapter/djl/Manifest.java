package dev.superbill.adapter.djl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// What a model folder says of itself, as far as it is needed to run the model.
///
/// @param name the model's name
/// @param checksums the SHA-256 of each file, in hexadecimal
/// @param vocabulary the file of the vocabulary
/// @param piecesPerWindow the most pieces of a window
/// @param logits how many numbers the model answers
/// @param heads the parts of the answer by name
/// @param ranker the ranker of codes that comes with it
record Manifest(
        String name,
        Map<String, String> checksums,
        String vocabulary,
        int piecesPerWindow,
        int logits,
        Map<String, Head> heads,
        Ranker ranker) {
    static final String FILE = "manifest.json";

    static final String NOTE_TYPE = "noteType";
    static final String SPECIALTY = "specialty";
    static final String SERVICE_FAMILIES = "serviceFamilies";

    private static final int FORMAT = 1;
    private static final JsonMapper MAPPER = new JsonMapper();

    Manifest {
        checksums = Map.copyOf(checksums);
        heads = Map.copyOf(heads);
        for (var head : List.of(NOTE_TYPE, SPECIALTY, SERVICE_FAMILIES)) {
            if (!heads.containsKey(head)) {
                throw new IllegalArgumentException("the model has no head " + head);
            }
        }
        for (var head : heads.values()) {
            if (head.end() > logits) {
                throw new IllegalArgumentException(
                        "the head " + head.name() + " ends behind the logits");
            }
        }
    }

    /// Reads the manifest of a folder.
    ///
    /// @throws IOException if it cannot be read or is of another form than this program knows
    static Manifest read(Path folder) throws IOException {
        var json = MAPPER.readTree(folder.resolve(FILE).toFile());
        if (json.path("format").asInt() != FORMAT
                || !json.path("tokenizer").path("rules").asText().equals(WordPiece.RULES)) {
            throw new IOException("the manifest is of a form that this program does not know");
        }
        try {
            return new Manifest(
                    text(json, "name"),
                    checksums(json.required("files")),
                    text(json.required("tokenizer"), "vocabulary"),
                    json.required("input").required("piecesPerWindow").intValue(),
                    json.required("output").required("shape").required(0).intValue(),
                    heads(json.required("heads")),
                    Ranker.of(json.required("ranker")));
        } catch (IllegalArgumentException e) {
            throw new IOException("the manifest is incomplete", e);
        }
    }

    /// The ranker of codes.
    ///
    /// @param name the name of its files
    /// @param codes the file with the codes in the order of its answer
    /// @param longest the most pieces of a passage that it reads
    record Ranker(String name, String codes, int longest) {
        private static Ranker of(JsonNode json) {
            return new Ranker(
                    text(json, "name"), text(json, "codes"), json.required("longest").intValue());
        }
    }

    /// One of the three heads that every model has.
    Head head(String head) {
        return Objects.requireNonNull(heads.get(head));
    }

    private static Map<String, String> checksums(JsonNode files) {
        var checksums = new HashMap<String, String>();
        files.properties()
                .forEach(file -> checksums.put(file.getKey(), text(file.getValue(), "sha256")));
        return checksums;
    }

    private static Map<String, Head> heads(JsonNode json) {
        var heads = new HashMap<String, Head>();
        for (var head : json) {
            var name = text(head, "name");
            heads.put(
                    name,
                    new Head(
                            name,
                            head.required("offset").intValue(),
                            Head.Activation.valueOf(
                                    text(head, "activation").toUpperCase(Locale.ROOT)),
                            labels(head.required("labels"))));
        }
        return heads;
    }

    private static List<String> labels(JsonNode json) {
        var labels = new ArrayList<String>();
        json.forEach(label -> labels.add(label.textValue()));
        return labels;
    }

    private static String text(JsonNode json, String field) {
        return json.required(field).textValue();
    }
}
