package dev.superbill.workqueue;

import java.util.Locale;

/// How far a case is.
public enum CaseStatus {
    /// It waits for a coder.
    OPEN,
    /// It waits for the note's author.
    QUERIED,
    /// The claim is signed.
    SIGNED;

    /// The name that the interface uses.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
