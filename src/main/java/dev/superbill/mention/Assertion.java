package dev.superbill.mention;

/// Whether the author says that a thing is so.
public enum Assertion {
    PRESENT,
    ABSENT,
    POSSIBLE,
    HISTORICAL,
    FAMILY,
    HYPOTHETICAL,
    PLANNED
}
