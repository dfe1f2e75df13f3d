package dev.superbill.rule;

import dev.superbill.mention.NoteMentions;
import dev.superbill.note.Encounter;
import java.util.List;

/// The lines taken together, with what the rules need to judge them.
///
/// @param state whose claim it is so far
/// @param lines procedure lines, best first
/// @param diagnoses diagnosis lines, best first
/// @param encounter the facts of the visit
/// @param mentions what the note documents
public record Claim(
        State state,
        List<ClaimLine> lines,
        List<ClaimLine> diagnoses,
        Encounter encounter,
        NoteMentions mentions) {
    /// Whose claim it is so far.
    public enum State {
        /// What the engine would put on it: other notes of the day may add to it.
        DRAFT,
        /// What a person chose, to be checked as it stands.
        CHOSEN
    }

    /// Copies.
    public Claim {
        lines = List.copyOf(lines);
        diagnoses = List.copyOf(diagnoses);
    }

    /// Whether a note stands behind the claim.
    public boolean documented() {
        return !mentions.sections().isEmpty();
    }

    @Override
    public String toString() {
        return "Claim[" + lines.size() + " lines]";
    }
}
