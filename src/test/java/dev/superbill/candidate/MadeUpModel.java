package dev.superbill.candidate;

import dev.superbill.classification.NoteType;
import dev.superbill.codeset.FlatFile;
import dev.superbill.mention.Lexicon;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// Confidence models with made-up weights.
public final class MadeUpModel {
    private MadeUpModel() {}

    /// A model in which every feature has some weight, and every expression its own reliability.
    public static ConfidenceModel over(Lexicon lexicon) {
        return ConfidenceModel.open(
                FlatFile.open(
                        ByteBuffer.wrap(
                                file(FeatureNames.PROCEDURE.size(), lexicon.expressions())
                                        .toBytes())));
    }

    static FlatFile.Builder file(int procedureFeatures, int expressions) {
        return new FlatFile.Builder()
                .doubles("confidence.procedure", rising(procedureFeatures + 2))
                .doubles("confidence.diagnosis", rising(FeatureNames.DIAGNOSIS.size() + 2))
                .doubles("confidence.stacked", -1, 0.9, 0.4, 0.2, 0.1, 0.6)
                .doubles("confidence.ranked", rising(FeatureNames.RANKED.size() + 1))
                .doubles("confidence.expression", rising(expressions))
                .doubles(
                        "confidence.chapter",
                        rising(NoteType.values().length * Chapter.values().length))
                .doubles("confidence.thresholds", 0.2, 0.6, 0.3, 0.7, 0.1, 0.2);
    }

    private static double[] rising(int length) {
        var numbers = new double[length];
        Arrays.setAll(numbers, i -> -1 + 0.13 * i);
        return numbers;
    }
}
