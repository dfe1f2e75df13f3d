package dev.superbill.decision;

import dev.superbill.code.Modifier;
import dev.superbill.mention.Evidence;
import java.util.List;

/// A modifier on a line, with its reason.
///
/// @param modifier the modifier
/// @param because why it applies, in our words
/// @param evidence the words of the note; empty where the encounter tells it
public record AppliedModifier(Modifier modifier, String because, List<Evidence> evidence) {
    /// Copies.
    public AppliedModifier {
        evidence = List.copyOf(evidence);
    }
}
