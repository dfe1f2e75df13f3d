package dev.superbill.note;

/// Whose claim this is, which decides between the practitioner and the hospital edits.
public enum ClaimType {
    /// Professional services (837P).
    PROFESSIONAL,
    /// Facility services (837I).
    FACILITY
}
