package dev.superbill.classification;

import dev.superbill.code.Code;
import dev.superbill.section.Passage;

/// A procedure code that a passage of the note may describe, in whatever words.
///
/// @param code the code
/// @param score the probability that the passage describes it, 0 to 1
/// @param votes the share that the code has of the votes of similar notes, 0 to 1
/// @param passage the passage that describes it best
public record RankedCode(Code code, double score, double votes, Passage passage) {
    /// The votes that a code has which no similar note was given.
    private static final double LEAST_VOTES = 0.01;

    /// Checks the score.
    public RankedCode {
        if (!(score >= 0 && score <= 1 && votes >= 0 && votes <= 1)) {
            throw new IllegalArgumentException("score or votes are outside 0..1");
        }
    }

    /// By what codes are ranked: the passage's probability times the votes, of which every code has
    /// a few.
    public double rank() {
        return rankOf(score, votes);
    }

    /// The rank that a score and votes give.
    public static double rankOf(double score, double votes) {
        return score * (votes + LEAST_VOTES);
    }

    /// The votes as the logarithm of odds against having none.
    public double voteLogit() {
        return Math.log((votes + LEAST_VOTES) / LEAST_VOTES);
    }
}
