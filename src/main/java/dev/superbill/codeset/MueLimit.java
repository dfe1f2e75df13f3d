package dev.superbill.codeset;

/// A medically unlikely edit.
///
/// @param units the most units of service, 0 or more
/// @param adjudication the MUE adjudication indicator (MAI): 1 by claim line, 2 by date of service
///   as policy, 3 by date of service as clinical benchmark
public record MueLimit(int units, int adjudication) {
    /// Checks the indicator.
    public MueLimit {
        if (units < 0 || adjudication < 1 || adjudication > 3) {
            throw new IllegalArgumentException(
                    "an MUE has 0 or more units and an MAI of 1, 2 or 3");
        }
    }
}
