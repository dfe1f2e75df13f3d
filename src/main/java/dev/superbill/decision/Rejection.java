package dev.superbill.decision;

import dev.superbill.code.Code;
import dev.superbill.mention.Evidence;
import dev.superbill.rule.Finding;
import java.util.List;

/// A code that was considered and never belonged on the claim.
public record Rejection(Code code, Finding because, List<Evidence> evidence) {
    /// Copies.
    public Rejection {
        evidence = List.copyOf(evidence);
    }
}
