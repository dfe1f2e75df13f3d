package dev.superbill.decision;

import dev.superbill.candidate.Origin;
import dev.superbill.code.Code;
import dev.superbill.mention.Evidence;
import dev.superbill.note.Fact;
import dev.superbill.rule.AppendixS;
import dev.superbill.rule.Finding;
import java.util.List;

/// A procedure line of the answer.
///
/// @param line 1 and on
/// @param code the CPT or HCPCS code
/// @param description in our own words, or the operator's licensed one
/// @param units 1 or more
/// @param modifiers ordered by code
/// @param confidence 0 to 1, calibrated on training notes
/// @param decision what becomes of it
/// @param origins where it came from, without repeats
/// @param evidence at least one, in order of the note
/// @param diagnosisPointers the diagnoses that explain it, at most 4, from 1
/// @param appendixS for AI-enabled services
/// @param alternatives siblings and what decides against them
/// @param findings what rules say of this line
public record SuggestedLine(
        int line,
        Code code,
        String description,
        int units,
        List<AppliedModifier> modifiers,
        double confidence,
        Decision decision,
        List<Origin> origins,
        List<Evidence> evidence,
        List<Integer> diagnosisPointers,
        Fact<AppendixS> appendixS,
        List<Alternative> alternatives,
        List<Finding> findings) {
    /// Copies, and checks that something in the note supports the line.
    public SuggestedLine {
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("a line without evidence is not suggested");
        }
        modifiers = List.copyOf(modifiers);
        origins = List.copyOf(origins);
        evidence = List.copyOf(evidence);
        diagnosisPointers = List.copyOf(diagnosisPointers);
        alternatives = List.copyOf(alternatives);
        findings = List.copyOf(findings);
    }
}
