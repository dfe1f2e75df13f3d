package dev.superbill.workqueue;

import dev.superbill.code.Code;
import dev.superbill.note.Span;
import java.util.List;

/// What a person does to a case. A line is named by the code that was suggested or added.
public sealed interface CoderAction {
    /// The line stands as suggested.
    record Accept(Code line) implements CoderAction {}

    /// The line is to be billed otherwise.
    record Change(Code line, ChosenLine to, OverrideReason reason) implements CoderAction {}

    /// The line is not billed.
    record Reject(Code line, OverrideReason reason) implements CoderAction {}

    /// A line that was not suggested.
    ///
    /// @param line the line
    /// @param evidence the words of the note that support it; may be empty where the note is not at
    ///   hand
    /// @param reason why it was missing
    record Add(ChosenLine line, List<Span> evidence, OverrideReason reason) implements CoderAction {
        /// Copies.
        public Add {
            evidence = List.copyOf(evidence);
        }
    }

    /// The author is asked; the case waits for the reply.
    ///
    /// @param rules the ids of the findings that ask
    /// @param text what is asked
    record Query(List<String> rules, String text) implements CoderAction {
        /// Copies.
        public Query {
            rules = List.copyOf(rules);
        }

        @Override
        public String toString() {
            return "Query[" + rules + "]";
        }
    }

    /// The author has replied; the case goes on.
    record Reply() implements CoderAction {}

    /// The claim is signed as it stands.
    record Sign() implements CoderAction {}

    /// An earlier decision is taken back: the last that stands.
    ///
    /// @param decisionId the decision's id
    record Undo(String decisionId) implements CoderAction {}

    /// The name that the interface uses.
    default String label() {
        return switch (this) {
            case Accept _ -> "accept";
            case Change _ -> "change";
            case Reject _ -> "reject";
            case Add _ -> "add";
            case Query _ -> "query";
            case Reply _ -> "reply";
            case Sign _ -> "sign";
            case Undo _ -> "undo";
        };
    }
}
