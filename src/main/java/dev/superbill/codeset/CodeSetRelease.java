package dev.superbill.codeset;

import java.time.LocalDate;

/// One loaded edition of a code set or an edit file.
///
/// @param name `CPT`, `HCPCS`, `ICD-10-CM` or `NCCI`
/// @param edition such as `2026`, `2026Q2`, `FY2026`
/// @param effectiveFrom the first service date it covers
/// @param effectiveTo the last service date it covers
/// @param source what it was made from
/// @param entries how many codes or edits it holds
/// @param checksum SHA-256 of its content, in hexadecimal
public record CodeSetRelease(
        String name,
        String edition,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        String source,
        int entries,
        String checksum) {
    /// Whether the edition covers a service date.
    public boolean covers(LocalDate serviceDate) {
        return !serviceDate.isBefore(effectiveFrom) && !serviceDate.isAfter(effectiveTo);
    }
}
