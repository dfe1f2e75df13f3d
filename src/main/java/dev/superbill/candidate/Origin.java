package dev.superbill.candidate;

import java.util.Locale;

/// Where a candidate came from.
public enum Origin {
    /// A trigger of the code table was found in the note.
    LOOKUP,
    /// The classifier predicted the code's service family.
    CLASSIFIER,
    /// The visit's family and level.
    VISIT;

    /// The name that the interface uses.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
