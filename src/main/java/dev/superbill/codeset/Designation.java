package dev.superbill.codeset;

/// What CPT designates a procedure as.
public enum Designation {
    NONE,
    /// Reported only when it is done alone or apart from the other procedures of the day.
    SEPARATE_PROCEDURE
}
