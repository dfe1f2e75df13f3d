package dev.superbill;

import dev.superbill.codeset.CodeSetRelease;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Severity;
import java.util.List;

/// What the rules say of a claim that a person chose.
///
/// @param lines procedures, in order of the claim
/// @param diagnoses diagnoses, in order of the claim
/// @param findings what the rules say of lines, diagnoses and the whole claim
/// @param releases the editions that the service date picked
public record ClaimReview(
        List<ClaimLine> lines,
        List<ClaimLine> diagnoses,
        List<Finding> findings,
        List<CodeSetRelease> releases) {
    /// Copies.
    public ClaimReview {
        lines = List.copyOf(lines);
        diagnoses = List.copyOf(diagnoses);
        findings = List.copyOf(findings);
        releases = List.copyOf(releases);
    }

    /// The heaviest finding; `INFO` where there is none.
    public Severity worst() {
        return findings.stream()
                .map(Finding::severity)
                .max(Severity::compareTo)
                .orElse(Severity.INFO);
    }
}
