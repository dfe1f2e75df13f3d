package dev.superbill.workqueue;

import dev.superbill.code.Code;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What is remembered of an answer: the facts that queues and figures need. A text that was not
/// told is empty.
///
/// @param id the answer's id
/// @param time when it was given
/// @param user who asked
/// @param noteSha256 the note's fingerprint
/// @param serviceDate the date of service
/// @param payer the payer's short name
/// @param specialty the specialty told, or the likeliest one
/// @param department the department told
/// @param placeOfService the place of service code
/// @param noteType the likeliest type of note
/// @param visitLevel the code of the visit's level; empty where the note is no visit
/// @param outcome where the answer went: auto, review or query
/// @param reasons why, as the answer says it
/// @param visibility whether the coder saw the suggestions
/// @param lines procedure lines, then diagnoses
/// @param findings what rules said of the whole claim
public record Answer(
        String id,
        Instant time,
        String user,
        String noteSha256,
        LocalDate serviceDate,
        String payer,
        String specialty,
        String department,
        String placeOfService,
        String noteType,
        String visitLevel,
        String outcome,
        List<String> reasons,
        Visibility visibility,
        List<Line> lines,
        List<Finding> findings) {
    /// Copies.
    public Answer {
        reasons = List.copyOf(reasons);
        lines = List.copyOf(lines);
        findings = List.copyOf(findings);
    }

    /// Whether the coder saw the suggestions: in a shadow pilot they are kept from view.
    public enum Visibility {
        SHOWN,
        HIDDEN
    }

    /// A suggested line or diagnosis.
    ///
    /// @param chosen the code with its units and modifiers
    /// @param decision suggest, review or withhold
    /// @param confidence 0 to 1
    /// @param workClass the Appendix S class of an AI-enabled service: assistive, augmentative or
    ///   autonomous; empty for any other
    /// @param findings what rules said of it
    public record Line(
            ChosenLine chosen,
            String decision,
            double confidence,
            String workClass,
            List<Finding> findings) {
        /// Copies.
        public Line {
            findings = List.copyOf(findings);
        }

        /// The code.
        public Code code() {
            return chosen.code();
        }
    }

    /// What a rule said.
    ///
    /// @param rule the rule's permanent id
    /// @param severity info, warn or block
    public record Finding(String rule, String severity) {}
}
