package dev.superbill;

import dev.superbill.candidate.ConfidenceModel;
import dev.superbill.codeset.CodeSets;
import dev.superbill.mention.Lexicon;
import dev.superbill.visit.VisitModel;

/// What the engine knows before it reads a note: codes and edits, the words that name them, and how
/// far to trust them.
///
/// @param codeSets codes and edits
/// @param lexicon the phrases that name the codes, by their places in the code table
/// @param confidence the calibrated model, fitted on the same codes and phrases
/// @param visits the model of visits, fitted on the same phrases
public record Knowledge(
        CodeSets codeSets, Lexicon lexicon, ConfidenceModel confidence, VisitModel visits) {
    /// The same words and model with other code sets of the same table.
    public Knowledge with(CodeSets others) {
        return new Knowledge(others, lexicon, confidence, visits);
    }
}
