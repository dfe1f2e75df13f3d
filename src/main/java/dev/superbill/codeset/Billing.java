package dev.superbill.codeset;

/// Whether an ICD-10-CM code may be reported, or only heads those that may.
public enum Billing {
    BILLABLE,
    HEADER
}
