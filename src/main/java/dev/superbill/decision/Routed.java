package dev.superbill.decision;

import dev.superbill.rule.Finding;
import java.util.List;

/// What the router makes of a draft.
///
/// @param lines procedure lines, best first
/// @param diagnoses diagnoses in claim order
/// @param rejected codes considered that never belonged on the claim
/// @param findings what rules say of the whole claim
/// @param routing where the answer goes
public record Routed(
        List<SuggestedLine> lines,
        List<SuggestedDiagnosis> diagnoses,
        List<Rejection> rejected,
        List<Finding> findings,
        Routing routing) {
    /// Copies.
    public Routed {
        lines = List.copyOf(lines);
        diagnoses = List.copyOf(diagnoses);
        rejected = List.copyOf(rejected);
        findings = List.copyOf(findings);
    }
}
