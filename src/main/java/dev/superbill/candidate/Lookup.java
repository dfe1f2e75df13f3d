package dev.superbill.candidate;

import java.util.List;

/// What the code table's triggers propose, and what they rule out.
public record Lookup(List<Proposal> proposals, List<Ousted> ousted) {
    /// Copies.
    public Lookup {
        proposals = List.copyOf(proposals);
        ousted = List.copyOf(ousted);
    }
}
