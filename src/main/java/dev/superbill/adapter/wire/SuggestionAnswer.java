package dev.superbill.adapter.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The answer to a note. Fields stand in the order in which they are written; scores have three
/// decimals.
///
/// @param id names this answer, in order of time
/// @param release what it was made with
/// @param classification what kind of note it is
/// @param evaluationAndManagement the visit
/// @param lines procedure lines, best first
/// @param diagnoses diagnoses in claim order
/// @param rejected codes considered that never belonged on the claim
/// @param findings what rules say of the whole claim
/// @param routing where the answer goes
/// @param timing how long it took, the keeping of a record not counted
@Schema(description = "Coded lines, each with the words of the note that justify it.")
public record SuggestionAnswer(
        String id,
        Release release,
        Classification classification,
        Visit evaluationAndManagement,
        List<Line> lines,
        List<Diagnosis> diagnoses,
        List<Rejected> rejected,
        List<Finding> findings,
        Routing routing,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Timing timing) {
    /// Copies.
    public SuggestionAnswer {
        lines = List.copyOf(lines);
        diagnoses = List.copyOf(diagnoses);
        rejected = List.copyOf(rejected);
        findings = List.copyOf(findings);
    }

    /// The same answer under another id.
    public SuggestionAnswer named(String other) {
        return new SuggestionAnswer(
                other,
                release,
                classification,
                evaluationAndManagement,
                lines,
                diagnoses,
                rejected,
                findings,
                routing,
                timing);
    }

    /// What the same request gives again: the answer without id and timing.
    public SuggestionAnswer lasting() {
        return new SuggestionAnswer(
                "",
                release,
                classification,
                evaluationAndManagement,
                lines,
                diagnoses,
                rejected,
                findings,
                routing,
                null);
    }

    /// What the answer was made with.
    ///
    /// @param build the version of Superbill
    /// @param model the classifier's model
    /// @param rules the release of the rules
    /// @param codeSets the edition of each code set that covers the service date
    @Schema(name = "Release")
    public record Release(String build, String model, String rules, Map<String, String> codeSets) {}

    /// What kind of note it is.
    ///
    /// @param noteType the likeliest type; left out where no classifier ran
    /// @param specialty the likeliest specialty; left out where no classifier ran
    /// @param serviceFamilies the likely service families
    /// @param engine what ran the model, `none` where nothing did
    @Schema(name = "Classification")
    public record Classification(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ScoredLabel noteType,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ScoredLabel specialty,
            List<ScoredLabel> serviceFamilies,
            String engine) {
        /// Copies.
        public Classification {
            serviceFamilies = List.copyOf(serviceFamilies);
        }
    }

    /// A label and its probability.
    @Schema(name = "ScoredLabel")
    public record ScoredLabel(String label, double score) {}

    /// The evaluation and management service.
    ///
    /// @param family its family, `none` where the note is no visit
    /// @param level the code that either path supports
    /// @param mdm medical decision making
    /// @param time the time found
    /// @param evidence the words that show the family
    @Schema(name = "EvaluationAndManagement")
    public record Visit(
            String family,
            @Nullable String level,
            @Nullable MedicalDecisionMaking mdm,
            @Nullable Time time,
            List<Evidence> evidence) {
        /// Copies.
        public Visit {
            evidence = List.copyOf(evidence);
        }
    }

    /// Medical decision making: the level that two of three elements meet.
    @Schema(name = "MedicalDecisionMaking")
    public record MedicalDecisionMaking(
            String level, Element problems, Element data, Element risk) {}

    /// An element of medical decision making.
    ///
    /// @param level the level it reaches
    /// @param basis what reaches it
    /// @param evidence the words of the note
    @Schema(name = "MedicalDecisionMakingElement")
    public record Element(String level, String basis, List<Evidence> evidence) {
        /// Copies.
        public Element {
            evidence = List.copyOf(evidence);
        }
    }

    /// The total time on the date of the encounter.
    @Schema(name = "Time")
    public record Time(int minutes, List<Evidence> evidence) {
        /// Copies.
        public Time {
            evidence = List.copyOf(evidence);
        }
    }

    /// A procedure line.
    ///
    /// @param line 1 and on
    /// @param system CPT or HCPCS
    /// @param code the code
    /// @param description in our own words, or the operator's licensed ones
    /// @param units 1 or more
    /// @param modifiers each with its reason
    /// @param confidence 0 to 1
    /// @param decision suggest, review or withhold
    /// @param origins where the line came from
    /// @param evidence the words of the note, at least one
    /// @param diagnosisPointers the diagnoses that explain it
    /// @param appendixS for AI-enabled services
    /// @param alternatives sibling codes and what decides against them
    /// @param findings what rules say of the line
    @Schema(name = "Line")
    public record Line(
            int line,
            String system,
            String code,
            String description,
            int units,
            List<Modifier> modifiers,
            double confidence,
            @Schema(enumeration = {"suggest", "review", "withhold"}) String decision,
            List<String> origins,
            List<Evidence> evidence,
            List<Integer> diagnosisPointers,
            @Nullable AppendixS appendixS,
            List<Alternative> alternatives,
            List<Finding> findings) {
        /// Copies.
        public Line {
            modifiers = List.copyOf(modifiers);
            origins = List.copyOf(origins);
            evidence = List.copyOf(evidence);
            diagnosisPointers = List.copyOf(diagnosisPointers);
            alternatives = List.copyOf(alternatives);
            findings = List.copyOf(findings);
        }
    }

    /// A modifier with its reason.
    @Schema(name = "Modifier")
    public record Modifier(String code, String because, List<Evidence> evidence) {
        /// Copies.
        public Modifier {
            evidence = List.copyOf(evidence);
        }
    }

    /// Words of the note.
    ///
    /// @param section the heading they stand under
    /// @param start the first UTF-16 unit
    /// @param end the unit after the last
    /// @param quote the words, left out where the request asks for no quotes
    @Schema(name = "Evidence")
    public record Evidence(
            String section,
            int start,
            int end,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String quote) {
        @Override
        public String toString() {
            return "Evidence[" + start + ", " + end + "]";
        }
    }

    /// The Appendix S class of an AI-enabled service.
    ///
    /// @param workClass assistive, augmentative or autonomous
    /// @param level not published for any code so far
    /// @param basis what the class rests on
    /// @param edition the year of the edition
    /// @param documentation whether the note shows what the service must document
    @Schema(name = "AppendixS")
    public record AppendixS(
            @JsonProperty("class") String workClass,
            @Nullable String level,
            String basis,
            int edition,
            Documentation documentation) {}

    /// What an AI-enabled service must document.
    @Schema(name = "Documentation")
    public record Documentation(Part input, Part process, Part output) {}

    /// A part of what must be documented.
    @Schema(name = "DocumentationPart")
    public record Part(
            @Schema(enumeration = {"met", "missing"}) String state, List<Evidence> evidence) {
        /// Copies.
        public Part {
            evidence = List.copyOf(evidence);
        }
    }

    /// A sibling code and the condition under which the line's own code stands.
    @Schema(name = "Alternative")
    public record Alternative(String code, String unless) {}

    /// What a rule reports.
    ///
    /// @param rule the rule's permanent id
    /// @param severity info, warn or block
    /// @param message what is wrong
    /// @param source the publication and its date
    /// @param remedy what would put it right
    @Schema(name = "Finding")
    public record Finding(
            String rule,
            @Schema(enumeration = {"info", "warn", "block"}) String severity,
            String message,
            String source,
            @Nullable String remedy) {}

    /// A diagnosis.
    ///
    /// @param pointer what lines point at
    /// @param system always ICD-10-CM
    /// @param code the code
    /// @param description in our own words or the official ones
    /// @param confidence 0 to 1
    /// @param decision suggest, review or withhold
    /// @param evidence the words of the note, at least one
    /// @param findings what rules say of it
    @Schema(name = "Diagnosis")
    public record Diagnosis(
            int pointer,
            String system,
            String code,
            String description,
            double confidence,
            @Schema(enumeration = {"suggest", "review", "withhold"}) String decision,
            List<Evidence> evidence,
            List<Finding> findings) {
        /// Copies.
        public Diagnosis {
            evidence = List.copyOf(evidence);
            findings = List.copyOf(findings);
        }
    }

    /// A code that was considered and never belonged on the claim.
    @Schema(name = "Rejected")
    public record Rejected(String code, String system, Reason because, List<Evidence> evidence) {
        /// Copies.
        public Rejected {
            evidence = List.copyOf(evidence);
        }
    }

    /// Why a code was rejected.
    @Schema(name = "Reason")
    public record Reason(String rule, String message) {}

    /// Where the answer goes.
    @Schema(name = "Routing")
    public record Routing(
            @Schema(enumeration = {"auto", "review", "query"}) String outcome,
            List<String> reasons) {
        /// Copies.
        public Routing {
            reasons = List.copyOf(reasons);
        }
    }

    /// How long the answer took, in milliseconds.
    @Schema(name = "Timing")
    public record Timing(double totalMs, Map<String, Double> stages) {}
}
