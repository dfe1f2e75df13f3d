package dev.superbill.workqueue;

import dev.superbill.code.Code;
import java.util.List;

/// A code as a person wants it billed.
///
/// @param code a procedure or a diagnosis
/// @param units units of service, 1 to 9999; 1 for a diagnosis
/// @param modifiers at most four; none for a diagnosis
public record ChosenLine(Code code, int units, List<String> modifiers) {
    private static final int MOST_UNITS = 9999;
    private static final int MOST_MODIFIERS = 4;

    /// Checks and copies.
    public ChosenLine {
        if (units < 1 || units > MOST_UNITS) {
            throw new IllegalArgumentException("units are outside 1..9999");
        }
        modifiers = List.copyOf(modifiers);
        if (modifiers.size() > MOST_MODIFIERS) {
            throw new IllegalArgumentException("a line has at most four modifiers");
        }
    }
}
