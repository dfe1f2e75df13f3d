package dev.superbill.note;

import dev.superbill.code.Code;
import dev.superbill.code.Modifier;
import java.util.List;

/// A line already billed by the same provider for the same patient and day.
public record PriorLine(Code code, int units, List<Modifier> modifiers) {
    /// Checks the units.
    public PriorLine {
        if (units < 1) {
            throw new IllegalArgumentException("units are below 1");
        }
        modifiers = List.copyOf(modifiers);
    }
}
