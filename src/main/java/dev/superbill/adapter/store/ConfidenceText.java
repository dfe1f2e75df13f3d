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
            List.of(
                    "procedure",
                    "diagnosis",
                    "stacked",
                    "ranked",
                    "chapter",
                    "visit",
                    "thresholds");

    private ConfidenceText() {}

    /// Adds the model of a folder.
    ///
    /// @param expressions the expressions by number, each a code and a text separated by a tab
    static void write(Path folder, List<String> expressions, FlatFile.Builder flat)
            throws IOException {
        var numbers = numbers(folder.resolve("weights.txt"));
        for (var name : ARRAYS) {
            flat.doubles("confidence." + name, numbers(numbers, name));
        }
        double unseen = numbers(numbers, "unseen")[0];
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

    private static double[] numbers(Map<String, double[]> numbers, String name) {
        var found = numbers.get(name);
        if (found == null) {
            throw new IllegalArgumentException("the confidence model has no '" + name + "'");
        }
        return found;
    }

    private static Map<String, double[]> numbers(Path file) throws IOException {
        var numbers = new HashMap<String, double[]>();
        int number = 0;
        for (var line : Files.readAllLines(file)) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                var fields = line.split(" +", -1);
                var values = new double[fields.length - 1];
                for (int i = 0; i < values.length; i++) {
                    values[i] = number(file, number, fields[i + 1]);
                }
                numbers.put(fields[0], values);
            }
        }
        return numbers;
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
            known.put(fields[0] + "\t" + fields[1], number(file, number, fields[2]));
        }
        return known;
    }

    private static double number(Path file, int line, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    file + ":" + line + ": '" + text + "' is no number", e);
        }
    }
}
