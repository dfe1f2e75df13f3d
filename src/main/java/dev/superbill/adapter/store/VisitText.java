package dev.superbill.adapter.store;

import dev.superbill.codeset.FlatFile;
import dev.superbill.visit.FamilyCues;
import dev.superbill.visit.VisitFamily;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The visit model as text: `weights.txt`, a name and its numbers a line. `base` holds what each
/// family starts from and each cue what it adds to every family, with a classifier and, under
/// `unheard.`, without one; `level.` and a family holds four rows of four probabilities.
final class VisitText {
    private static final int LEVEL_NUMBERS = 16;

    private VisitText() {}

    /// Adds the model of a folder.
    static void write(Path folder, FlatFile.Builder flat) throws IOException {
        var numbers = NumberLines.read(folder.resolve("weights.txt"));
        flat.doubles("visit.heard", matrix(numbers, "", FamilyCues.all()));
        flat.doubles(
                "visit.unheard",
                matrix(numbers, "unheard.", FamilyCues.all().subList(0, FamilyCues.ofTheNote())));
        flat.doubles(
                "visit.levels",
                Arrays.stream(VisitFamily.values())
                        .flatMapToDouble(family ->
                                Arrays.stream(
                                        counted(
                                                numbers.of("level." + family.label()),
                                                LEVEL_NUMBERS)))
                        .toArray());
    }

    /// By family, what it starts from and what each cue adds.
    private static double[] matrix(NumberLines numbers, String prefix, List<String> cues) {
        int families = VisitFamily.values().length - 1;
        var rows = new ArrayList<double[]>();
        rows.add(counted(numbers.of(prefix + "base"), families));
        cues.forEach(cue -> rows.add(counted(numbers.of(prefix + cue), families)));
        var matrix = new double[families * rows.size()];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = rows.get(i % rows.size())[i / rows.size()];
        }
        return matrix;
    }

    private static double[] counted(double[] numbers, int count) {
        if (numbers.length != count) {
            throw new IllegalArgumentException("the visit model was fitted on other families");
        }
        return numbers;
    }
}
