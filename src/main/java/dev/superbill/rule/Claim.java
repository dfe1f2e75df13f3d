package dev.superbill.rule;

import dev.superbill.mention.NoteMentions;
import dev.superbill.note.Encounter;
import java.util.List;

/// The candidates taken together as draft lines, with what the rules need to judge them.
///
/// @param lines procedure lines, best first
/// @param diagnoses diagnosis lines, best first
/// @param encounter the facts of the visit
/// @param mentions what the note documents
public record Claim(
        List<ClaimLine> lines,
        List<ClaimLine> diagnoses,
        Encounter encounter,
        NoteMentions mentions) {
    /// Copies.
    public Claim {
        lines = List.copyOf(lines);
        diagnoses = List.copyOf(diagnoses);
    }

    @Override
    public String toString() {
        return "Claim[" + lines.size() + " lines]";
    }
}
