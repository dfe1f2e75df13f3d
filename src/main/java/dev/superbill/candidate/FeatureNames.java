package dev.superbill.candidate;

import java.util.List;

/// The features that confidence rests on, in the order of the model's weights.
///
/// The training script reads the same names: a model fitted on others is refused.
public final class FeatureNames {
    /// Features of a procedure.
    public static final List<String> PROCEDURE =
            List.of(
                    "title",
                    "body",
                    "result",
                    "titleAndBody",
                    "occurrences",
                    "expressions",
                    "words",
                    "doubted",
                    "rivalled",
                    "addOn",
                    "addOnWithPrimary",
                    "component",
                    "order",
                    "proposals",
                    "familyLogit",
                    "familySeen",
                    "chapterLogit",
                    "classified");

    /// Features of a diagnosis.
    public static final List<String> DIAGNOSIS =
            List.of(
                    "final",
                    "working",
                    "told",
                    "finalAndTold",
                    "occurrences",
                    "expressions",
                    "words",
                    "doubted",
                    "rivalled",
                    "order",
                    "proposals",
                    "chapterLogit",
                    "classified");

    private FeatureNames() {}
}
