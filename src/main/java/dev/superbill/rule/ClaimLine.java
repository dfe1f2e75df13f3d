package dev.superbill.rule;

import dev.superbill.codeset.CodeEntry;
import dev.superbill.mention.Evidence;
import dev.superbill.mention.Laterality;
import java.util.List;

/// A draft line.
///
/// @param entry what is known of the code
/// @param units units of service
/// @param laterality the side named with it
/// @param sides every side named where it stands
/// @param evidence the words that support it
public record ClaimLine(
        CodeEntry entry,
        int units,
        Laterality laterality,
        List<Laterality> sides,
        List<Evidence> evidence) {
    /// Checks and copies.
    public ClaimLine {
        if (units < 1) {
            throw new IllegalArgumentException("units are below 1");
        }
        sides = List.copyOf(sides);
        evidence = List.copyOf(evidence);
    }

    /// The code as it is printed.
    public String code() {
        return entry.code().value();
    }
}
