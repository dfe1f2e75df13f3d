package dev.superbill.candidate;

import dev.superbill.classification.NoteType;
import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.codeset.FlatFile;
import java.util.Arrays;
import java.util.List;

/// The calibrated model that merges lookup and classification into one confidence.
///
/// A logistic regression over the features of [FeatureNames] and two reliabilities learned on the
/// training notes: how often a code, and how often an expression, was right where it was met. Every
/// number of it comes from `models/training/fit_confidence.py`; none is set by hand.
public final class ConfidenceModel {
    private final double[] procedureWeights;
    private final double[] diagnosisWeights;
    private final double[] stackedWeights;
    private final double[] rankedWeights;
    private final double[] expressionLogits;
    private final double[] chapterLogits;
    private final double[] thresholds;

    private ConfidenceModel(FlatFile file) {
        procedureWeights = file.doubles("confidence.procedure");
        diagnosisWeights = file.doubles("confidence.diagnosis");
        stackedWeights = file.doubles("confidence.stacked");
        rankedWeights = file.doubles("confidence.ranked");
        expressionLogits = file.doubles("confidence.expression");
        chapterLogits = file.doubles("confidence.chapter");
        thresholds = file.doubles("confidence.thresholds");
        if (procedureWeights.length != FeatureNames.PROCEDURE.size() + 2
                || diagnosisWeights.length != FeatureNames.DIAGNOSIS.size() + 2
                || stackedWeights.length != FeatureNames.STACKED.size() + 1
                || rankedWeights.length != FeatureNames.RANKED.size() + 1
                || chapterLogits.length != NoteType.values().length * Chapter.values().length) {
            throw new IllegalArgumentException("the confidence model was fitted on other features");
        }
    }

    /// Opens the model of a flat file.
    ///
    /// @throws IllegalArgumentException if the file holds none, or one that was fitted on other
    ///   features
    public static ConfidenceModel open(FlatFile file) {
        return new ConfidenceModel(file);
    }

    /// The confidence in a proposal: the probability that a coder gives the code.
    double confidence(CodeSystem system, List<Integer> expressions, double[] features) {
        var weights = system == CodeSystem.ICD_10_CM ? diagnosisWeights : procedureWeights;
        double logit = weights[0] + weights[1] * reliability(expressions);
        for (int i = 0; i < features.length; i++) {
            logit += weights[i + 2] * features[i];
        }
        return sigmoid(logit);
    }

    /// The confidence in a procedure that lookup proposes, by what the ranker says of it too.
    double stacked(double[] features) {
        return sigmoid(logit(stackedWeights, features));
    }

    /// The confidence in a procedure that only the ranker names.
    double ranked(double[] features) {
        return sigmoid(logit(rankedWeights, features));
    }

    private static double logit(double[] weights, double[] features) {
        double logit = weights[0];
        for (int i = 0; i < features.length; i++) {
            logit += weights[i + 1] * features[i];
        }
        return logit;
    }

    /// The best reliability, in logits, among the expressions met.
    double reliability(List<Integer> expressions) {
        double best = Double.NEGATIVE_INFINITY;
        for (int expression : expressions) {
            best = Math.max(best, expressionLogits[expression]);
        }
        return best;
    }

    /// How usual codes of a chapter are in notes of a type, in logits.
    double chapter(NoteType type, Chapter chapter) {
        return chapterLogits[type.ordinal() * Chapter.values().length + chapter.ordinal()];
    }

    /// The thresholds: from which confidence on a procedure, then a diagnosis, is kept, and from
    /// which it is suggested.
    public List<Double> thresholds() {
        return Arrays.stream(thresholds).boxed().toList();
    }

    static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    /// The logit of a probability, kept within ±6.
    static double logit(double probability) {
        double kept = Math.clamp(probability, 0.0025, 0.9975);
        return Math.log(kept / (1 - kept));
    }

    /// The chapter of a code.
    public static Chapter chapterOf(Code code) {
        return Chapter.of(code);
    }
}
