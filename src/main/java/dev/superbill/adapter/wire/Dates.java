package dev.superbill.adapter.wire;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/// Dates as the interface writes them: `2026-06-15`.
final class Dates {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.STRICT);
    private static final int LENGTH = 10;

    private Dates() {}

    static Optional<LocalDate> read(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text, FORM));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
