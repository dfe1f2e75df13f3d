package dev.superbill.adapter.training;

import com.fasterxml.jackson.databind.JsonNode;
import dev.superbill.classification.Label;
import dev.superbill.classification.NoteClassification;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What a classifier that did not see a note in training says of it.
final class HeldOut {
    private HeldOut() {}

    static NoteClassification classification(JsonNode input) {
        if (!input.has("noteTypes")) {
            return NoteClassification.none();
        }
        return new NoteClassification(
                labels(input.get("noteTypes")),
                List.of(),
                labels(input.get("families")),
                "held-out");
    }

    private static List<Label> labels(JsonNode scores) {
        var labels = new ArrayList<Label>();
        scores.properties()
                .forEach(score ->
                        labels.add(new Label(score.getKey(), score.getValue().asDouble())));
        labels.sort(Comparator.comparingDouble(Label::score).reversed().thenComparing(Label::name));
        return labels;
    }
}
