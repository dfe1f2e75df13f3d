package dev.superbill.visit;

import dev.superbill.mention.Evidence;
import java.util.List;

/// The total time on the date of the encounter.
///
/// @param minutes as told by the note or by the encounter
/// @param evidence the statement in the note; empty where only the encounter tells it
public record StatedTime(int minutes, List<Evidence> evidence) {
    /// Copies.
    public StatedTime {
        evidence = List.copyOf(evidence);
    }
}
