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
                    "disputed",
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
                    "disputed",
                    "order",
                    "proposals",
                    "chapterLogit",
                    "classified");

    /// Features of a procedure that lookup proposes, where the ranker read the note too.
    public static final List<String> STACKED =
            List.of("lookupLogit", "rankLogit", "ranked", "lead", "votes");

    /// Features of a procedure that only the ranker names.
    public static final List<String> RANKED =
            List.of(
                    "rankLogit",
                    "place",
                    "lead",
                    "votes",
                    "title",
                    "body",
                    "result",
                    "rivalled",
                    "related",
                    "addOn",
                    "addOnWithPrimary",
                    "component",
                    "proposals",
                    "familyLogit",
                    "familySeen",
                    "chapterLogit");

    private FeatureNames() {}
}
