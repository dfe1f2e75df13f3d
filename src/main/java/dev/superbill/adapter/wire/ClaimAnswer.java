package dev.superbill.adapter.wire;

import dev.superbill.ClaimReview;
import dev.superbill.code.Modifier;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The answer of `POST /v1/claims/validate`.
///
/// @param release what the claim was checked with
/// @param outcome clean where nothing objects, review where a person must look, blocked where a
///   line cannot be billed as it stands
/// @param lines the procedures, in the order sent
/// @param diagnoses the diagnoses, in the order sent
/// @param findings what the rules say of the whole claim
@Schema(description = "What the rules say of the codes that a person chose.")
public record ClaimAnswer(
        SuggestionAnswer.Release release,
        @Schema(enumeration = {"clean", "review", "blocked"}) String outcome,
        List<Line> lines,
        List<Diagnosis> diagnoses,
        List<SuggestionAnswer.Finding> findings) {
    /// Copies.
    public ClaimAnswer {
        lines = List.copyOf(lines);
        diagnoses = List.copyOf(diagnoses);
        findings = List.copyOf(findings);
    }

    /// A procedure line.
    ///
    /// @param line its place, from 1
    /// @param system CPT or HCPCS
    /// @param code the code
    /// @param description in our own words or the operator's licensed ones; empty for a code that
    ///   nothing loaded lists
    /// @param status active, future, retired or unknown
    /// @param units units of service
    /// @param modifiers its modifiers
    /// @param evidence the words of the note that support it
    /// @param findings what the rules say of it
    @Schema(name = "CheckedLine")
    public record Line(
            int line,
            String system,
            String code,
            String description,
            @Schema(enumeration = {"active", "future", "retired", "unknown"}) String status,
            int units,
            List<String> modifiers,
            List<SuggestionAnswer.Evidence> evidence,
            List<SuggestionAnswer.Finding> findings) {
        /// Copies.
        public Line {
            modifiers = List.copyOf(modifiers);
            evidence = List.copyOf(evidence);
            findings = List.copyOf(findings);
        }
    }

    /// A diagnosis.
    ///
    /// @param pointer its place, from 1
    /// @param system always ICD-10-CM
    /// @param code the code
    /// @param description in our own words or the official ones
    /// @param status active, future, retired or unknown
    /// @param evidence the words of the note that support it
    /// @param findings what the rules say of it
    @Schema(name = "CheckedDiagnosis")
    public record Diagnosis(
            int pointer,
            String system,
            String code,
            String description,
            @Schema(enumeration = {"active", "future", "retired", "unknown"}) String status,
            List<SuggestionAnswer.Evidence> evidence,
            List<SuggestionAnswer.Finding> findings) {
        /// Copies.
        public Diagnosis {
            evidence = List.copyOf(evidence);
            findings = List.copyOf(findings);
        }
    }

    static ClaimAnswer of(ClaimReview review, Build build, String model, LocalDate serviceDate) {
        var mapping = new AnswerMapping(AnswerMapping.Quotes.WRITTEN);
        return new ClaimAnswer(
                new SuggestionAnswer.Release(
                        build.version(),
                        model,
                        build.rules(),
                        AnswerMapping.editions(review.releases())),
                switch (review.worst()) {
                    case INFO -> "clean";
                    case WARN -> "review";
                    case BLOCK -> "blocked";
                },
                review.lines().stream()
                        .map(line ->
                                new Line(
                                        line.number(),
                                        line.entry().code().system().label(),
                                        line.code(),
                                        line.entry().description(),
                                        CodeAnswer.status(line.entry(), serviceDate),
                                        line.units(),
                                        line.modifiers().stream().map(Modifier::code).toList(),
                                        mapping.evidence(line.evidence()),
                                        about(line, review)))
                        .toList(),
                review.diagnoses().stream()
                        .map(line ->
                                new Diagnosis(
                                        line.number(),
                                        line.entry().code().system().label(),
                                        line.code(),
                                        line.entry().description(),
                                        CodeAnswer.status(line.entry(), serviceDate),
                                        mapping.evidence(line.evidence()),
                                        about(line, review)))
                        .toList(),
                AnswerMapping.findings(
                        review.findings().stream().filter(Finding::general).toList()));
    }

    /// A finding without a line's number is about its code wherever it stands.
    private static List<SuggestionAnswer.Finding> about(ClaimLine line, ClaimReview review) {
        return AnswerMapping.findings(
                review.findings().stream()
                        .filter(finding -> finding.subject().equals(line.code()))
                        .filter(finding -> finding.line() == 0 || finding.line() == line.number())
                        .toList());
    }
}
