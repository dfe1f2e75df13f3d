package dev.superbill.adapter.workbench;

import java.util.List;

/// A query to the author, drafted.
///
/// @param id the answer's id
/// @param decisionId names the decision
/// @param topics what can be asked about
/// @param draft what is asked
public record QueryForm(String id, String decisionId, List<Topic> topics, String draft) {
    /// Copies.
    public QueryForm {
        topics = List.copyOf(topics);
    }

    /// A finding that an author can answer.
    ///
    /// @param number its place, from 0
    /// @param rule the rule's id
    /// @param code the code that it is about, may be empty
    /// @param message what it says
    /// @param chosen whether it is asked about
    public record Topic(int number, String rule, String code, String message, boolean chosen) {}

    @Override
    public String toString() {
        return "QueryForm[" + id + "]";
    }
}
