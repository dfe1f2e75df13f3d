package dev.superbill.rule.ncci;

/// Whether modifiers take two lines out of an edit that may be bypassed.
sealed interface Bypass {
    /// A modifier fits what the lines say.
    ///
    /// @param modifier the modifier, or both where each line has one
    record Shown(String modifier) implements Bypass {}

    /// A modifier would pass the edit, but the claim does not show that it fits.
    record Unshown(String modifier, String because) implements Bypass {}

    /// A modifier cannot mean what would pass the edit.
    record Contradicted(String modifier, String because) implements Bypass {}

    /// No modifier that NCCI takes for this stands on either line.
    record Missing() implements Bypass {}
}
