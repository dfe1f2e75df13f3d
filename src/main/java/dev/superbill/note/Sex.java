package dev.superbill.note;

/// The patient's sex as recorded for the claim.
public enum Sex {
    FEMALE,
    MALE,
    OTHER
}
