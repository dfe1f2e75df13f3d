package dev.superbill.adapter.store;

import dev.superbill.codeset.FlatFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The confidence model as text: `weights.txt`, a name and its numbers a line, and
/// `expressions.tsv`, a code, an expression and its reliability in logits a line.
final class ConfidenceText {
    private static final List<String> ARRAYS =
            List.of("procedure", "diagnosis", "stacked", "ranked", "chapter", "thresholds");

    private ConfidenceText() {}

    /// Adds the model of a folder.
    ///
    /// @param expressions the expressions by number, each a code and a text separated by a tab
    static void write(Path folder, List<String> expressions, FlatFile.Builder flat)
            throws IOException {
        var numbers = NumberLines.read(folder.resolve("weights.txt"));
        for (var name : ARRAYS) {
            flat.doubles("confidence." + name, numbers.of(name));
        }
        double unseen = numbers.of("unseen")[0];
        var known = reliabilities(folder.resolve("expressions.tsv"));
        flat.doubles(
                "confidence.expression",
                expressions.stream()
                        .mapToDouble(name ->
                                known.getOrDefault(name, known.getOrDefault(code(name), unseen)))
                        .toArray());
    }

    private static String code(String name) {
        return name.substring(0, name.indexOf('\t') + 1);
    }

    /// The reliability of each expression met in training, and under `code<tab>` that of the code
    /// as a whole.
    private static Map<String, Double> reliabilities(Path file) throws IOException {
        var known = new HashMap<String, Double>();
        int number = 0;
        for (var line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var fields = line.split("\t", -1);
            if (fields.length != 3) {
                throw new IllegalArgumentException(
                        file + ":" + number + ": a reliability has three fields");
            }
            known.put(fields[0] + "\t" + fields[1], NumberLines.number(file, number, fields[2]));
        }
        return known;
    }
}
