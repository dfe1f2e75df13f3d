package dev.superbill.adapter.djl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What training pinned: texts, the pieces they have in windows, and the logits of both files.
final class GoldenCases {
    static final Path MODEL = Path.of("models/note-encoder");

    /// A model as the engine of the given build loads it.
    static ModelForm form(TransformerEngine engine, Precision precision) {
        return new ModelForm(engine, Path.of("target", engine.folder()), precision, Trust.NOTHING);
    }

    private GoldenCases() {}

    /// The model as each engine loads it, for two notes at once.
    static Map<TransformerEngine, DjlNoteClassifier> opened(Precision precision) {
        var opened = new EnumMap<TransformerEngine, DjlNoteClassifier>(TransformerEngine.class);
        for (var engine : TransformerEngine.values()) {
            opened.put(engine, DjlNoteClassifier.open(MODEL, form(engine, precision), 2));
        }
        return opened;
    }

    record Golden(
            String name,
            String text,
            List<List<Long>> windows,
            List<Double> logits,
            List<Double> int8Logits) {
        @Override
        public String toString() {
            return name;
        }

        long[] ids() {
            return windows.stream()
                    .flatMapToLong(row -> row.stream().mapToLong(Long::longValue))
                    .toArray();
        }
    }

    static Stream<Golden> read() {
        try {
            var json = new JsonMapper().readTree(MODEL.resolve("golden.json").toFile());
            return StreamSupport.stream(json.required("cases").spliterator(), false)
                    .map(GoldenCases::golden);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Golden golden(JsonNode json) {
        var windows = new ArrayList<List<Long>>();
        json.required("windows")
                .forEach(row ->
                        windows.add(
                                LongStream.range(0, row.size())
                                        .map(i -> row.get((int) i).longValue())
                                        .boxed()
                                        .toList()));
        return new Golden(
                json.required("name").textValue(),
                json.required("text").textValue(),
                windows,
                numbers(json.required("logits")),
                numbers(json.required("int8Logits")));
    }

    private static List<Double> numbers(JsonNode json) {
        var numbers = new ArrayList<Double>();
        json.forEach(number -> numbers.add(number.doubleValue()));
        return numbers;
    }
}
