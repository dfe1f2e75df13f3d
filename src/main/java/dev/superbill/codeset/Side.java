package dev.superbill.codeset;

/// The side that a code itself names, as many ICD-10-CM codes do.
public enum Side {
    /// The code does not speak of sides.
    NOT_SIDED,
    /// The code says that the side is unspecified.
    UNSPECIFIED,
    LEFT,
    RIGHT,
    BILATERAL
}
