package dev.superbill.workqueue;

import dev.superbill.code.Code;
import java.util.List;
import java.util.Locale;

/// A line of a case and what became of it.
///
/// @param line the code that names the line: the one suggested, or added
/// @param chosen the line as it would be billed now
/// @param state what became of it
/// @param suggested the suggestion, one element; empty where a person added the line
/// @param reason why it was changed, rejected or added, one element; else empty
/// @param by who decided last, empty where nobody has
public record CaseLine(
        Code line,
        ChosenLine chosen,
        State state,
        List<Answer.Line> suggested,
        List<OverrideReason> reason,
        String by) {
    /// Copies.
    public CaseLine {
        suggested = List.copyOf(suggested);
        reason = List.copyOf(reason);
    }

    /// What became of a line.
    public enum State {
        OPEN,
        ACCEPTED,
        CHANGED,
        REJECTED,
        ADDED;

        /// The name that the interface uses.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Whether the line is on the claim when it is signed.
        public boolean billed() {
            return switch (this) {
                case ACCEPTED, CHANGED, ADDED -> true;
                case OPEN, REJECTED -> false;
            };
        }
    }
}
