package dev.superbill.decision;

import dev.superbill.code.Code;
import dev.superbill.mention.Evidence;
import dev.superbill.rule.Finding;
import java.util.List;

/// A diagnosis of the answer.
///
/// @param pointer 1 and on; lines point at it
/// @param code the ICD-10-CM code
/// @param description in our own words, or the official one where loaded
/// @param confidence 0 to 1, calibrated on training notes
/// @param decision what becomes of it
/// @param evidence at least one, in order of the note
/// @param findings what rules say of it
public record SuggestedDiagnosis(
        int pointer,
        Code code,
        String description,
        double confidence,
        Decision decision,
        List<Evidence> evidence,
        List<Finding> findings) {
    /// Copies, and checks that something in the note supports the diagnosis.
    public SuggestedDiagnosis {
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("a diagnosis without evidence is not suggested");
        }
        evidence = List.copyOf(evidence);
        findings = List.copyOf(findings);
    }
}
