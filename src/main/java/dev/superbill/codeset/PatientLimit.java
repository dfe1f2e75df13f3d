package dev.superbill.codeset;

import dev.superbill.note.Fact;
import dev.superbill.note.Sex;

/// The patients that a code is for.
///
/// @param sex the only sex, where it is for one
/// @param youngest the lowest age in whole years
/// @param oldest the highest age in whole years; [#NO_AGE] where none is
/// @param why what the limit follows from, in words
public record PatientLimit(Fact<Sex> sex, int youngest, int oldest, String why) {
    /// An age that nobody exceeds.
    public static final int NO_AGE = 130;

    /// Checks.
    public PatientLimit {
        if (youngest < 0 || oldest < youngest || oldest > NO_AGE) {
            throw new IllegalArgumentException("ages are from 0 to " + NO_AGE);
        }
        if (why.isBlank()) {
            throw new IllegalArgumentException("the limit has no reason");
        }
    }

    /// Whether a patient of that age is among them.
    public boolean admits(int years) {
        return youngest <= years && years <= oldest;
    }

    /// Whether a patient of that sex is among them; a sex that is neither is not judged.
    public boolean admits(Sex told) {
        return told == Sex.OTHER || sex.told().map(only -> only == told).orElse(true);
    }
}
