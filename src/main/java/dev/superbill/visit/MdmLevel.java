package dev.superbill.visit;

import java.util.Locale;

/// The levels of medical decision making, lowest first.
public enum MdmLevel {
    STRAIGHTFORWARD,
    LOW,
    MODERATE,
    HIGH;

    /// The name that the interface uses.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
