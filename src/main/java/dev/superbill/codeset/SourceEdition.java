package dev.superbill.codeset;

import java.time.LocalDate;

/// One edition of one kind of official file, read from one or several parts.
///
/// @param kind what it is a file of
/// @param edition such as `FY2026`, `2026Q3` or `RVU25D`; says so where it stands in for another
/// @param from the first service date it covers
/// @param to the last service date it covers
public record SourceEdition(SourceKind kind, String edition, LocalDate from, LocalDate to) {
    /// Checks.
    public SourceEdition {
        if (edition.isBlank()) {
            throw new IllegalArgumentException("the edition has no name");
        }
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the edition ends before it begins");
        }
    }

    /// Whether it covers a service date.
    public boolean covers(LocalDate serviceDate) {
        return !serviceDate.isBefore(from) && !serviceDate.isAfter(to);
    }
}
