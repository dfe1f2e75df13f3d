package dev.superbill.adapter.wire.trail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a record of a decision holds. What an author is asked may quote the note: only its
/// fingerprint is here.
///
/// @param action accept, change, reject, add, query, reply, sign or undo
/// @param line the line that it is about
/// @param to the line as it shall be billed, of a change or an addition
/// @param reason why
/// @param evidence the words of the note that support an addition
/// @param rules the findings that a query asks about
/// @param textSha256 the SHA-256 of what is asked, in hexadecimal
/// @param undoes the decision taken back
/// @param activeSeconds how long the person worked on it, in seconds
public record DecisionContent(
        String action,
        @Nullable CodeName line,
        @Nullable Billed to,
        @Nullable String reason,
        @Nullable List<Range> evidence,
        @Nullable List<String> rules,
        @Nullable String textSha256,
        @Nullable String undoes,
        int activeSeconds) {
    /// Copies.
    public DecisionContent {
        evidence = evidence == null ? null : List.copyOf(evidence);
        rules = rules == null ? null : List.copyOf(rules);
    }

    /// A line as it is billed.
    ///
    /// @param system CPT, HCPCS or ICD-10-CM
    /// @param code the code
    /// @param units units of service
    /// @param modifiers modifiers
    public record Billed(String system, String code, int units, List<String> modifiers) {
        /// Copies.
        public Billed {
            modifiers = List.copyOf(modifiers);
        }
    }

    /// A range of the note.
    ///
    /// @param start the first UTF-16 unit
    /// @param end the unit after the last
    public record Range(int start, int end) {}
}
