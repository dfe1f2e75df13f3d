package dev.superbill.codeset;

import java.time.LocalDate;

/// What is so of something that notes document and no code of its own describes.
///
/// @param concept the name of the concept that documents it
/// @param from the first service date
/// @param to the last service date
/// @param message what is so
/// @param remedy who bills what, and what would be needed
/// @param source what says so, and when
public record ServiceGuidance(
        String concept,
        LocalDate from,
        LocalDate to,
        String message,
        String remedy,
        String source) {
    /// Checks.
    public ServiceGuidance {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the guidance ends before it begins");
        }
    }

    /// Whether it holds on a service date.
    public boolean covers(LocalDate serviceDate) {
        return !serviceDate.isBefore(from) && !serviceDate.isAfter(to);
    }
}
