package dev.superbill.candidate;

import dev.superbill.code.Code;
import dev.superbill.mention.Occurrence;
import java.util.List;

/// A code that words propose and other words of the note rule out.
///
/// @param code the code
/// @param reason why it is out
/// @param sibling the row of the sibling that applies instead, or -1
/// @param support the words that propose it
/// @param score how likely the ranker finds that the note describes it, 0 to 1
public record Ousted(
        Code code, Reason reason, int sibling, List<Occurrence> support, double score) {
    /// Why a proposal is out.
    public enum Reason {
        /// Words that exclude the code are documented too.
        SIBLING_DOCUMENTED,
        /// The note only denies, plans, supposes or recalls it.
        NOT_ASSERTED,
        /// It stands only where nothing of today is told.
        NOT_PERFORMED,
        /// The code is not active on the service date.
        INACTIVE
    }

    /// The same with another score.
    Ousted scored(double other) {
        return new Ousted(code, reason, sibling, support, other);
    }

    /// Copies.
    public Ousted {
        support = List.copyOf(support);
    }
}
