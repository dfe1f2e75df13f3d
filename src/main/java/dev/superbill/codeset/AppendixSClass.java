package dev.superbill.codeset;

import java.util.Locale;

/// The AMA's classes of work done by a machine (CPT Appendix S, effective 2022-01-01).
public enum AppendixSClass {
    /// The machine detects clinically relevant data, without analysis or conclusions of its own.
    ASSISTIVE,
    /// The machine analyses or quantifies data in a clinically meaningful way; a clinician
    /// interprets and reports.
    AUGMENTATIVE,
    /// The machine interprets data and draws clinically meaningful conclusions by itself.
    AUTONOMOUS;

    /// The name that the interface uses.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
