package dev.superbill.candidate;

import java.util.List;

/// What lookup and classifier come to.
///
/// @param candidates the codes with their confidence, best first
/// @param ousted what is ruled out, each with the ranker's probability, the likeliest first
public record Merged(List<Candidate> candidates, List<Ousted> ousted) {
    /// Copies.
    public Merged {
        candidates = List.copyOf(candidates);
        ousted = List.copyOf(ousted);
    }
}
