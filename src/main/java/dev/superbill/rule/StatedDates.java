package dev.superbill.rule;

import dev.superbill.note.Span;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Full dates that a note states: `2026-06-12`, `6/12/2026`, `June 12, 2026`, `12 June 2026`.
public final class StatedDates {
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String MONTH =
            "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}";
    private static final String DATE =
            "(?:(?<y>\\d{4})-(?<m>\\d{2})-(?<d>\\d{2})"
                    + "|(?<um>\\d{1,2})/(?<ud>\\d{1,2})/(?<uy>\\d{4})"
                    + "|(?<wm>"
                    + MONTH
                    + ")\\s(?<wd>\\d{1,2})(?:st|nd|rd|th)?,?\\s(?<wy>\\d{4})"
                    + "|(?<em>\\d{1,2})\\s(?<en>"
                    + MONTH
                    + "),?\\s(?<ey>\\d{4}))";
    private static final Pattern ANY =
            Pattern.compile("\\b" + DATE + "\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ANALYSED =
            Pattern.compile(
                    "\\b(?:(?:analysis|software|algorithm)(?:\\s\\w{1,12}){0,2}\\s"
                            + "(?:performed|run|ran|completed|processed|done|executed)\\son"
                            + "|analy[sz]ed(?:\\s\\w{1,12}){0,3}\\son"
                            + "|date\\sof\\sanalysis:?|analysis\\sdate:?)\\s"
                            + DATE,
                    Pattern.CASE_INSENSITIVE);

    private static final int REACH = 160;

    private StatedDates() {}

    /// The dates in the sentence that a span stands in.
    public static List<LocalDate> near(String text, Span span) {
        int from = Math.max(0, span.start() - REACH);
        int to = Math.min(text.length(), span.end() + REACH);
        int start = from;
        for (int i = span.start() - 1; i >= from; i--) {
            if (ends(text, i)) {
                start = i + 1;
                break;
            }
        }
        int end = to;
        for (int i = span.end(); i < to; i++) {
            if (ends(text, i)) {
                end = i;
                break;
            }
        }
        var found = new ArrayList<LocalDate>();
        var matcher = ANY.matcher(text).region(start, end);
        while (matcher.find()) {
            add(matcher, found);
        }
        return found;
    }

    /// The dates on which the note says that software analysed the data.
    public static List<LocalDate> analysed(String text) {
        var found = new ArrayList<LocalDate>();
        var matcher = ANALYSED.matcher(text).useTransparentBounds(true);
        int at = 0;
        while (at < text.length()) {
            if (mayBegin(text, at) && matcher.region(at, text.length()).lookingAt()) {
                add(matcher, found);
                at = matcher.end();
            } else {
                at++;
            }
        }
        return found;
    }

    /// A look at the first letter of a word spares most of the note the whole expression.
    private static boolean mayBegin(String text, int at) {
        return switch (text.charAt(at)) {
            case 'a', 'd', 's', 'A', 'D', 'S' -> at == 0 || !isLetter(text.charAt(at - 1));
            default -> false;
        };
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean ends(String text, int at) {
        char c = text.charAt(at);
        return c == '\n'
                || c == ';'
                || (c == '.' && (at + 1 == text.length() || text.charAt(at + 1) == ' '));
    }

    private static void add(Matcher told, List<LocalDate> found) {
        date(told).filter(date -> !found.contains(date)).ifPresent(found::add);
    }

    private static Optional<LocalDate> date(Matcher told) {
        if (told.group("y") != null) {
            return date(told.group("y"), told.group("m"), told.group("d"));
        }
        if (told.group("uy") != null) {
            return date(told.group("uy"), told.group("um"), told.group("ud"));
        }
        if (told.group("wy") != null) {
            return date(told.group("wy"), month(told.group("wm")), told.group("wd"));
        }
        return date(told.group("ey"), month(told.group("en")), told.group("em"));
    }

    private static String month(String name) {
        return String.valueOf(
                MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) / 3 + 1);
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(year),
                            Integer.parseInt(month),
                            Integer.parseInt(day)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
