package dev.superbill.codeset;

import java.time.LocalDate;

/// An NCCI procedure-to-procedure edit: the column 2 code is denied when both are reported
/// together.
///
/// @param indicator the modifier indicator: 0 never, 1 with an NCCI PTP-associated modifier, 9 not
///   applicable
/// @param effectiveFrom the first service date
/// @param effectiveUntil the deletion date, which the edit no longer applies on
public record PtpPair(int indicator, LocalDate effectiveFrom, LocalDate effectiveUntil) {
    /// Whether the edit applies to services of that date.
    public boolean appliesOn(LocalDate serviceDate) {
        return indicator != 9
                && !serviceDate.isBefore(effectiveFrom)
                && serviceDate.isBefore(effectiveUntil);
    }
}
