package dev.superbill.adapter.store.official;

import dev.superbill.code.Code;
import dev.superbill.codeset.CodeEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/// Reads the values of cells. Codes and dates repeat: each is made once for a file.
final class Values {
    private static final int CODE_LENGTH = 5;
    private static final int CATEGORY_LENGTH = 3;
    private static final int LONGEST_DIAGNOSIS = 7;
    private static final int DATE_LENGTH = 8;
    private static final int ORDINAL_LENGTH = 7;
    private static final int LONGEST_NUMBER = 9;

    private final Map<String, Code> procedures = new HashMap<>();
    private final Map<String, LocalDate> dates = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    /// A CPT or HCPCS code.
    ///
    /// @throws BadRowException if it is none
    Code procedure(String value) {
        var known = procedures.get(value);
        if (known == null) {
            known = newProcedure(value);
            procedures.put(value, known);
        }
        return known;
    }

    /// Whether a value has the form of a CPT or HCPCS code.
    static boolean isProcedure(String value) {
        if (value.length() != CODE_LENGTH || !isDigits(value, 1, CODE_LENGTH - 1)) {
            return false;
        }
        char first = value.charAt(0);
        char last = value.charAt(CODE_LENGTH - 1);
        return isUpper(first) ? isDigit(last) : isDigit(first) && (isDigit(last) || isUpper(last));
    }

    private static Code newProcedure(String value) {
        if (!isProcedure(value)) {
            throw BadRowException.of(value, "is no procedure code");
        }
        try {
            return isUpper(value.charAt(0)) ? new Code.Hcpcs(value) : new Code.Cpt(value);
        } catch (IllegalArgumentException _) {
            throw BadRowException.of(value, "is no procedure code");
        }
    }

    /// An ICD-10-CM code, with its dot or without.
    ///
    /// @throws BadRowException if it is none
    static Code.Icd10 diagnosis(String value) {
        var plain = value.replace(".", "");
        if (plain.length() < CATEGORY_LENGTH || plain.length() > LONGEST_DIAGNOSIS) {
            throw BadRowException.of(value, "is no diagnosis code");
        }
        try {
            return new Code.Icd10(
                    plain.length() == CATEGORY_LENGTH
                            ? plain
                            : plain.substring(0, CATEGORY_LENGTH)
                                    + '.'
                                    + plain.substring(CATEGORY_LENGTH));
        } catch (IllegalArgumentException _) {
            throw BadRowException.of(value, "is no diagnosis code");
        }
    }

    /// A date such as `20260401`.
    ///
    /// @throws BadRowException if it is none
    LocalDate date(String value) {
        var known = dates.get(value);
        if (known == null) {
            known = newDate(value);
            dates.put(value, known);
        }
        return known;
    }

    private static LocalDate newDate(String value) {
        if (value.length() != DATE_LENGTH || !isDigits(value, 0, DATE_LENGTH)) {
            throw BadRowException.of(value, "is no date");
        }
        return dateOf(
                value,
                Integer.parseInt(value.substring(0, 4)),
                Integer.parseInt(value.substring(4, 6)),
                Integer.parseInt(value.substring(6)));
    }

    private static LocalDate dateOf(String value, int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException _) {
            throw BadRowException.of(value, "is no date");
        }
    }

    /// A date, or the end of time for `*` and for nothing.
    LocalDate dateOrNone(String value) {
        return value.isEmpty() || value.equals("*") ? CodeEntry.ALWAYS_TO : date(value);
    }

    /// A date such as `2026-04-01 00:00:00` or `04/01/2026`.
    ///
    /// @throws BadRowException if it is none
    static LocalDate timestamp(String value) {
        var day = value.length() > 10 ? value.substring(0, 10) : value;
        if (day.length() == 10
                && day.charAt(2) == '/'
                && day.charAt(5) == '/'
                && isDigits(day, 6, 10)
                && isDigits(day, 0, 2)
                && isDigits(day, 3, 5)) {
            return dateOf(
                    value,
                    Integer.parseInt(day.substring(6)),
                    Integer.parseInt(day.substring(0, 2)),
                    Integer.parseInt(day.substring(3, 5)));
        }
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException _) {
            throw BadRowException.of(value, "is no date");
        }
    }

    /// A year and a day of it such as `2026091`, or the end of time for nothing.
    ///
    /// @throws BadRowException if it is none
    static LocalDate ordinalDateOrNone(String value) {
        if (value.isEmpty() || value.equals("0") || value.equals("0000000")) {
            return CodeEntry.ALWAYS_TO;
        }
        if (value.length() != ORDINAL_LENGTH || !isDigits(value, 0, ORDINAL_LENGTH)) {
            throw BadRowException.of(value, "is no year and day");
        }
        try {
            return LocalDate.ofYearDay(
                    Integer.parseInt(value.substring(0, 4)), Integer.parseInt(value.substring(4)));
        } catch (DateTimeException _) {
            throw BadRowException.of(value, "is no year and day");
        }
    }

    /// A whole number, 0 or more.
    ///
    /// @throws BadRowException if it is none
    static int count(String value) {
        if (value.isEmpty()
                || value.length() > LONGEST_NUMBER
                || !isDigits(value, 0, value.length())) {
            throw BadRowException.of(value, "is no number");
        }
        return Integer.parseInt(value);
    }

    /// A decimal number as a whole number of its parts, `places` after the point.
    ///
    /// @throws BadRowException if it is none
    static int parts(String value, int places) {
        try {
            return new BigDecimal(value)
                    .movePointRight(places)
                    .setScale(0, RoundingMode.HALF_UP)
                    .intValueExact();
        } catch (ArithmeticException | NumberFormatException _) {
            throw BadRowException.of(value, "is no number");
        }
    }

    /// The same text, once.
    String text(String value) {
        var known = texts.putIfAbsent(value, value);
        return known == null ? value : known;
    }

    /// A text with single spaces: publishers' forms of one file differ in them.
    static String spaced(String value) {
        return value.indexOf("  ") < 0 ? value : value.replaceAll(" {2,}", " ");
    }

    static boolean isDigits(String value, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char unit) {
        return unit >= '0' && unit <= '9';
    }

    private static boolean isUpper(char unit) {
        return unit >= 'A' && unit <= 'Z';
    }
}
