package dev.superbill.rule;

import dev.superbill.mention.Evidence;
import java.util.List;

/// One part of what an AI-enabled service must document.
///
/// @param state whether the note shows it
/// @param evidence the words that show it
public record DocumentationPart(State state, List<Evidence> evidence) {
    /// Whether a part is documented.
    public enum State {
        MET,
        MISSING
    }

    /// Copies.
    public DocumentationPart {
        evidence = List.copyOf(evidence);
    }
}
