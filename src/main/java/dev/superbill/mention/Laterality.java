package dev.superbill.mention;

/// The side that a mention names.
public enum Laterality {
    NONE,
    LEFT,
    RIGHT,
    BILATERAL
}
