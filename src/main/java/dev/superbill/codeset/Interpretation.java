package dev.superbill.codeset;

/// Whether the descriptor demands a separate signed interpretation and report.
public enum Interpretation {
    REQUIRED,
    NOT_REQUIRED
}
