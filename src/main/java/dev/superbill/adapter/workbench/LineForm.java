package dev.superbill.adapter.workbench;

import java.util.List;

/// A form about a line, or about words that a coder selected.
///
/// @param id the answer's id
/// @param decisionId names the decision
/// @param key names the line on the page; empty for one to be added
/// @param system the system of the line's code; empty for one to be added
/// @param code the line's code; empty for one to be added
/// @param chosen the code as it would be billed
/// @param description in words
/// @param units units of service
/// @param modifiers modifiers, with blanks between
/// @param start the first UTF-16 unit of the words selected; -1 where none are
/// @param end the unit after the last; -1 where none are
/// @param words the words selected
/// @param reasons why a coder decides otherwise
/// @param reason the reason chosen first
public record LineForm(
        String id,
        String decisionId,
        String key,
        String system,
        String code,
        String chosen,
        String description,
        int units,
        String modifiers,
        int start,
        int end,
        String words,
        List<Reason> reasons,
        String reason) {
    /// Copies.
    public LineForm {
        reasons = List.copyOf(reasons);
    }

    /// Whether words are selected.
    public boolean selected() {
        return start >= 0;
    }

    /// A reason, by its name and in words.
    public record Reason(String name, String text) {
        @Override
        public String toString() {
            return "Reason[" + name + "]";
        }
    }

    @Override
    public String toString() {
        return "LineForm[" + key + "]";
    }
}
