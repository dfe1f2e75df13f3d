package dev.superbill.adapter.djl;

import dev.superbill.classification.Label;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A part of the model's answer: a run of logits with a label each.
///
/// @param name the head's name in the manifest
/// @param offset where its logits begin
/// @param activation how its logits become probabilities
/// @param labels one a logit, in their order
record Head(String name, int offset, Activation activation, List<String> labels) {
    private static final Comparator<Label> BEST_FIRST =
            Comparator.comparingDouble(Label::score).reversed().thenComparing(Label::name);

    Head {
        if (offset < 0 || labels.isEmpty()) {
            throw new IllegalArgumentException("a head has a place and labels");
        }
        labels = List.copyOf(labels);
    }

    /// How logits become probabilities.
    enum Activation {
        /// One of the labels is right: the probabilities sum to 1.
        SOFTMAX,
        /// Any number of the labels is right: each has its own probability.
        SIGMOID
    }

    /// Where its logits end.
    int end() {
        return offset + labels.size();
    }

    /// Every label with its probability, by falling probability, then by name.
    List<Label> decode(float[] logits) {
        var scores =
                switch (activation) {
                    case SOFTMAX -> softmax(logits);
                    case SIGMOID -> sigmoid(logits);
                };
        var decoded = new ArrayList<Label>(labels.size());
        for (int i = 0; i < scores.length; i++) {
            decoded.add(new Label(labels.get(i), scores[i]));
        }
        decoded.sort(BEST_FIRST);
        return List.copyOf(decoded);
    }

    private double[] softmax(float[] logits) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = offset; i < end(); i++) {
            most = Math.max(most, logits[i]);
        }
        var scores = new double[labels.size()];
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            // StrictMath: the same bits on every processor.
            scores[i] = StrictMath.exp(logits[offset + i] - most);
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= sum;
        }
        return scores;
    }

    private double[] sigmoid(float[] logits) {
        var scores = new double[labels.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = 1 / (1 + StrictMath.exp(-logits[offset + i]));
        }
        return scores;
    }
}
