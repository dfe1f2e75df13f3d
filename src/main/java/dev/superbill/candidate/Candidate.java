package dev.superbill.candidate;

import dev.superbill.code.Code;
import dev.superbill.mention.Evidence;
import dev.superbill.mention.Laterality;
import java.util.List;

/// A code that might apply.
///
/// @param row the code's place in the code table
/// @param code the code
/// @param score the probability that a coder gives it, 0 to 1
/// @param origins where it came from, in order
/// @param evidence the words that support it, at least one, in order of the note
/// @param laterality the side named with it
/// @param sides every side named where it stands
/// @param standing the firmest place that proposes it
/// @param siblings the rows of codes that would apply under other documentation
/// @param units how often it was performed
/// @param answer what the note says to the question of its family
public record Candidate(
        int row,
        Code code,
        double score,
        List<Origin> origins,
        List<Evidence> evidence,
        Laterality laterality,
        List<Laterality> sides,
        Standing standing,
        List<Integer> siblings,
        int units,
        Answer answer) {
    /// Checks and copies.
    public Candidate {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score is outside 0..1");
        }
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("a candidate without evidence is none");
        }
        if (units < 1) {
            throw new IllegalArgumentException("units are below 1");
        }
        origins = List.copyOf(origins);
        evidence = List.copyOf(evidence);
        sides = List.copyOf(sides);
        siblings = List.copyOf(siblings);
    }

    /// A candidate performed once, of whose code no question is asked.
    public Candidate(
            int row,
            Code code,
            double score,
            List<Origin> origins,
            List<Evidence> evidence,
            Laterality laterality,
            List<Laterality> sides,
            Standing standing,
            List<Integer> siblings) {
        this(
                row,
                code,
                score,
                origins,
                evidence,
                laterality,
                sides,
                standing,
                siblings,
                1,
                new Answer.NotAsked());
    }
}
