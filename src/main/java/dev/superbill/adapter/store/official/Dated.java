package dev.superbill.adapter.store.official;

import dev.superbill.codeset.CodeEntry;
import dev.superbill.codeset.SourceEdition;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;

/// The name of an edition and the service dates it covers.
///
/// @param from the first
/// @param to the last
record Dated(String edition, LocalDate from, LocalDate to) {
    private static final int MONTHS = 3;
    private static final String UNDATED = "undated";
    private static final String STAND_IN = " (stand-in)";
    private static final String AS_STATED = " (as stated)";

    /// What is in force until it is replaced.
    static Dated always(String edition) {
        return new Dated(edition, CodeEntry.ALWAYS_FROM, CodeEntry.ALWAYS_TO);
    }

    /// What has no date and needs none.
    static Dated undated() {
        return always(UNDATED);
    }

    /// A calendar year.
    static Dated year(int year) {
        return new Dated(
                String.valueOf(year),
                LocalDate.of(year, Month.JANUARY, 1),
                LocalDate.of(year, Month.DECEMBER, 31));
    }

    /// A quarter of a calendar year, 1 to 4, such as `2026Q3`.
    static Dated quarter(int year, int quarter) {
        var from = LocalDate.of(year, (quarter - 1) * MONTHS + 1, 1);
        return new Dated(
                String.format(Locale.ROOT, "%dQ%d", year, quarter),
                from,
                from.plusMonths(MONTHS).minusDays(1));
    }

    /// The quarter that begins on a date, or that the date lies in.
    static Dated quarterOf(LocalDate date) {
        return quarter(date.getYear(), (date.getMonthValue() - 1) / MONTHS + 1);
    }

    /// A federal fiscal year, from October on.
    static Dated fiscalYear(int year) {
        return new Dated(
                "FY" + year,
                LocalDate.of(year - 1, Month.OCTOBER, 1),
                LocalDate.of(year, Month.SEPTEMBER, 30));
    }

    /// What an April update leaves of a federal fiscal year.
    static Dated april(int year) {
        return new Dated(
                "FY" + year + " April",
                LocalDate.of(year, Month.APRIL, 1),
                LocalDate.of(year, Month.SEPTEMBER, 30));
    }

    /// The same under another name.
    Dated named(String name) {
        return new Dated(name, from, to);
    }

    /// What an operator says that the file serves: another range makes it a stand-in.
    Dated serving(LocalDate first, LocalDate last) {
        if (edition.equals(UNDATED)) {
            return stated(first, last);
        }
        return first.equals(from) && last.equals(to)
                ? this
                : new Dated(edition + STAND_IN, first, last);
    }

    /// What an operator says of a file that does not say itself.
    static Dated stated(LocalDate first, LocalDate last) {
        var year = year(first.getYear());
        var name =
                first.equals(year.from) && last.equals(year.to)
                        ? year.edition
                        : first + ".." + last;
        return new Dated(name + AS_STATED, first, last);
    }

    /// Whether an edition covers what its file itself says.
    static boolean isOwn(SourceEdition edition) {
        return !edition.edition().endsWith(STAND_IN) && !isStated(edition);
    }

    /// Whether only an operator says what an edition covers.
    static boolean isStated(SourceEdition edition) {
        return edition.edition().endsWith(AS_STATED);
    }
}
