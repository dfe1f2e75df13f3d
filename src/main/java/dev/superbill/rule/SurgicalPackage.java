package dev.superbill.rule;

import dev.superbill.code.Code;
import dev.superbill.codeset.CodeSets;
import dev.superbill.note.Encounter;
import java.time.LocalDate;
import java.util.Optional;

/// An earlier procedure with the days that its payment covers.
///
/// Of 000 that is the day itself, of 010 ten days more, of 090 the day before and ninety days more.
/// Maternity codes (MMM) and those that the contractor decides (YYY) have no days of their own.
///
/// Source: CMS, Medicare Claims Processing Manual, chapter 12, section 40.1, in force 2026-01-01.
///
/// @param code the procedure
/// @param date its date
/// @param globalDays what the fee schedule says of it; empty where it says nothing
public record SurgicalPackage(Code code, LocalDate date, String globalDays) {
    /// The global period of a major procedure.
    public static final String MAJOR = "090";

    /// The global period of a maternity code.
    public static final String MATERNITY = "MMM";

    private static final int MAJOR_DAYS = 90;
    private static final int MINOR_DAYS = 10;

    /// The earlier procedure that the encounter tells of.
    public static Optional<SurgicalPackage> of(Encounter encounter, CodeSets codeSets) {
        return encounter
                .globalPeriod()
                .told()
                .map(period ->
                        new SurgicalPackage(
                                period.code(),
                                period.date(),
                                codeSets.describe(period.code(), period.date())
                                        .map(entry -> entry.fees().globalDays())
                                        .orElse("")));
    }

    /// Whether the payment covers a date.
    public boolean covers(LocalDate serviceDate) {
        return switch (globalDays) {
            case "000" -> serviceDate.equals(date);
            case "010" -> within(serviceDate, date, date.plusDays(MINOR_DAYS));
            case MAJOR -> within(serviceDate, date.minusDays(1), date.plusDays(MAJOR_DAYS));
            default -> false;
        };
    }

    private static boolean within(LocalDate serviceDate, LocalDate first, LocalDate last) {
        return !serviceDate.isBefore(first) && !serviceDate.isAfter(last);
    }
}
