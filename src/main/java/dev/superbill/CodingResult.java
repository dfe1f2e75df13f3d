package dev.superbill;

import dev.superbill.classification.NoteClassification;
import dev.superbill.codeset.CodeSetRelease;
import dev.superbill.decision.Rejection;
import dev.superbill.decision.Routing;
import dev.superbill.decision.SuggestedDiagnosis;
import dev.superbill.decision.SuggestedLine;
import dev.superbill.rule.Finding;
import dev.superbill.visit.EvaluationAndManagement;
import java.util.List;

/// What comes out of the pipeline for one note.
///
/// @param classification what the classifier says of the note
/// @param visit the evaluation and management service
/// @param lines procedure lines, best first
/// @param diagnoses diagnoses in claim order
/// @param rejected codes considered that never belonged on the claim
/// @param findings what rules say of the whole claim
/// @param routing where the answer goes
/// @param releases the editions that the service date picked
/// @param timings how long each stage took
public record CodingResult(
        NoteClassification classification,
        EvaluationAndManagement visit,
        List<SuggestedLine> lines,
        List<SuggestedDiagnosis> diagnoses,
        List<Rejection> rejected,
        List<Finding> findings,
        Routing routing,
        List<CodeSetRelease> releases,
        List<StageTiming> timings) {
    /// Copies.
    public CodingResult {
        lines = List.copyOf(lines);
        diagnoses = List.copyOf(diagnoses);
        rejected = List.copyOf(rejected);
        findings = List.copyOf(findings);
        releases = List.copyOf(releases);
        timings = List.copyOf(timings);
    }

    /// How long a stage took.
    ///
    /// @param stage the stage's package name
    /// @param nanos nanoseconds
    public record StageTiming(String stage, long nanos) {}
}
