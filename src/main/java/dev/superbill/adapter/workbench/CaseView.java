package dev.superbill.adapter.workbench;

import java.util.List;

/// A case as its page shows it: words and numbers only, ready to print.
///
/// @param id the answer's id
/// @param status open, queried or signed
/// @param statusText the status in words
/// @param facts the encounter, a fact each
/// @param outcome auto, review or query
/// @param reasons why
/// @param hidden whether the suggestions are kept from view
/// @param lines procedures
/// @param diagnoses diagnoses
/// @param rejected codes that never belonged on the claim
/// @param findings what rules say of the whole claim
/// @param conflicts pairs of codes that exclude each other
/// @param visit the evaluation and management service: one, or none
/// @param check what the rules say of the lines that would be billed
/// @param history what people did, the last first
/// @param denials what payers denied
/// @param undo the decision that can be undone, empty where there is none
/// @param undoText what would be undone
/// @param decisionId names the next decision
/// @param suggested how many open lines are suggested
/// @param open how many lines nobody has decided on
/// @param billed how many lines are on the claim
/// @param query what the author was asked, where the reply is awaited
/// @param release what the answer was made with
public record CaseView(
        String id,
        String status,
        String statusText,
        List<Fact> facts,
        String outcome,
        List<String> reasons,
        boolean hidden,
        List<Line> lines,
        List<Line> diagnoses,
        List<Rejected> rejected,
        List<Finding> findings,
        List<Conflict> conflicts,
        List<Visit> visit,
        Check check,
        List<Event> history,
        List<Denial> denials,
        String undo,
        String undoText,
        String decisionId,
        int suggested,
        int open,
        int billed,
        String query,
        String release) {
    /// Copies.
    public CaseView {
        facts = List.copyOf(facts);
        reasons = List.copyOf(reasons);
        lines = List.copyOf(lines);
        diagnoses = List.copyOf(diagnoses);
        rejected = List.copyOf(rejected);
        findings = List.copyOf(findings);
        conflicts = List.copyOf(conflicts);
        visit = List.copyOf(visit);
        history = List.copyOf(history);
        denials = List.copyOf(denials);
    }

    /// Whether the claim is signed.
    public boolean signed() {
        return status.equals("signed");
    }

    /// Whether the author's reply is awaited.
    public boolean queried() {
        return status.equals("queried");
    }

    /// Whether the claim can be signed: something is on it, and every line that is seen is decided.
    public boolean signable() {
        return !signed() && billed > 0 && open == 0;
    }

    /// Codes that a rule kept off the claim.
    public List<Rejected> ruledOut() {
        return rejected.stream().filter(one -> !one.weak()).toList();
    }

    /// Codes for which too little speaks.
    public List<Rejected> weak() {
        return rejected.stream().filter(Rejected::weak).toList();
    }

    @Override
    public String toString() {
        return "CaseView[" + id + "]";
    }

    /// A fact of the encounter.
    public record Fact(String name, String value) {}

    /// A line.
    ///
    /// @param key names it on the page, such as `CPT-47562`
    /// @param system CPT, HCPCS or ICD-10-CM
    /// @param code the code as it would be billed
    /// @param instead the code that was suggested, where it was changed; else empty
    /// @param name names the line in forms, such as `CPT 47562`
    /// @param description in words
    /// @param units units of service
    /// @param modifiers modifiers, each with its reason
    /// @param confidence 0 to 100; -1 of a line that a person added
    /// @param decision suggest, review, withhold, or empty of a line that a person added
    /// @param state open, accepted, changed, rejected or added
    /// @param stateText the state in words, with who and why
    /// @param pointers the diagnoses that explain it
    /// @param evidence the words that support it
    /// @param findings what rules say of it
    /// @param alternatives sibling codes
    /// @param ai for an AI-enabled service what must be documented: one, or none
    public record Line(
            String key,
            String system,
            String code,
            String instead,
            String name,
            String description,
            int units,
            List<Modifier> modifiers,
            int confidence,
            String decision,
            String state,
            String stateText,
            String pointers,
            List<Quote> evidence,
            List<Finding> findings,
            List<Alternative> alternatives,
            List<AiService> ai) {
        /// Copies.
        public Line {
            modifiers = List.copyOf(modifiers);
            evidence = List.copyOf(evidence);
            findings = List.copyOf(findings);
            alternatives = List.copyOf(alternatives);
            ai = List.copyOf(ai);
        }

        /// The name as an address holds it.
        public String link() {
            return name.replace(" ", "%20");
        }

        /// Whether nobody has decided on it.
        public boolean open() {
            return state.equals("open");
        }

        /// Whether it is off the claim.
        public boolean rejected() {
            return state.equals("rejected");
        }

        /// Whether it was suggested.
        public boolean suggested() {
            return !decision.isEmpty();
        }

        /// Whether it has units and modifiers.
        public boolean procedure() {
            return !system.equals("ICD-10-CM");
        }

        /// Whether its modifiers have reasons to show.
        public boolean explained() {
            return modifiers.stream().anyMatch(modifier -> !modifier.because().isEmpty());
        }
    }

    /// A modifier.
    ///
    /// @param because why, empty where a person chose it
    public record Modifier(String code, String because) {}

    /// Words of the note.
    ///
    /// @param start the first UTF-16 unit
    /// @param section the heading that they stand under, may be empty
    /// @param quote the words; empty where the note is not kept
    public record Quote(int start, String section, String quote) {
        @Override
        public String toString() {
            return "Quote[" + start + "]";
        }
    }

    /// What a rule says.
    ///
    /// @param rule its permanent id
    /// @param severity info, warn or block
    /// @param message what is wrong
    /// @param source the publication
    /// @param remedy what would put it right, may be empty
    public record Finding(
            String rule, String severity, String message, String source, String remedy) {
        /// The severity in a word.
        public String severityText() {
            return switch (severity) {
                case "block" -> "Blocks";
                case "warn" -> "Check";
                default -> "Note";
            };
        }
    }

    /// A sibling code.
    ///
    /// @param code the code
    /// @param question what tells it from the line's
    public record Alternative(String code, String question) {}

    /// What an AI-enabled service must document.
    ///
    /// @param workClass assistive, augmentative or autonomous
    /// @param basis what the class rests on
    /// @param edition the year of the edition
    /// @param parts input, process and output
    public record AiService(String workClass, String basis, int edition, List<Part> parts) {
        /// Copies.
        public AiService {
            parts = List.copyOf(parts);
        }
    }

    /// A part of what must be documented, or an element of medical decision making.
    ///
    /// @param key names it on the page
    /// @param name what it is
    /// @param state met or missing; of an element its level
    /// @param basis what reaches the level
    /// @param evidence the words of the note
    public record Part(String key, String name, String state, String basis, List<Quote> evidence) {
        /// Copies.
        public Part {
            evidence = List.copyOf(evidence);
        }

        /// Whether something is missing.
        public boolean missing() {
            return state.equals("missing");
        }
    }

    /// A code that never belonged on the claim.
    public record Rejected(
            String key,
            String system,
            String code,
            String rule,
            String message,
            List<Quote> evidence) {
        /// Copies.
        public Rejected {
            evidence = List.copyOf(evidence);
        }

        /// Whether too little speaks for it, and no rule against it.
        public boolean weak() {
            return rule.equals("confidence");
        }
    }

    /// Two codes of which one excludes the other.
    ///
    /// @param from the key of the one that a rule objects to
    /// @param to the key of the other
    /// @param fromCode the one
    /// @param toCode the other
    /// @param severity warn or block
    /// @param message why
    public record Conflict(
            String from,
            String to,
            String fromCode,
            String toCode,
            String severity,
            String message) {}

    /// The evaluation and management service.
    ///
    /// @param family its family in words
    /// @param level the code that is supported, may be empty
    /// @param mdmLevel the level of medical decision making, empty where there is none
    /// @param elements problems, data and risk
    /// @param minutes the minutes stated, empty where there are none
    /// @param evidence the words that show family and time
    public record Visit(
            String family,
            String level,
            String mdmLevel,
            List<Part> elements,
            String minutes,
            List<Quote> evidence) {
        /// Copies.
        public Visit {
            elements = List.copyOf(elements);
            evidence = List.copyOf(evidence);
        }
    }

    /// What the rules say of the lines that would be billed.
    ///
    /// @param outcome clean, review, blocked, or empty where nothing was checked
    /// @param text the outcome in words
    /// @param findings what is said of the whole claim
    public record Check(String outcome, String text, List<Finding> findings) {
        /// Copies.
        public Check {
            findings = List.copyOf(findings);
        }
    }

    /// Something a person did.
    ///
    /// @param undone whether it was taken back
    public record Event(String time, String user, String what, boolean undone) {}

    /// What a payer denied.
    public record Denial(String time, String what) {}
}
