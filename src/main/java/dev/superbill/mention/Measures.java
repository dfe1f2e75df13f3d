package dev.superbill.mention;

import dev.superbill.note.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the numbers that decide between codes from a range of a note: sizes, areas, counts,
/// projections, times, weights, gestational ages and limbs. Each is given where it stands.
public final class Measures {
    private static final double CM_PER_INCH = 2.54;
    private static final double GRAMS_PER_OUNCE = 28.35;
    private static final Map<String, Integer> WORDS =
            Map.ofEntries(
                    Map.entry("single", 1),
                    Map.entry("one", 1),
                    Map.entry("two", 2),
                    Map.entry("three", 3),
                    Map.entry("four", 4),
                    Map.entry("five", 5),
                    Map.entry("six", 6),
                    Map.entry("seven", 7),
                    Map.entry("eight", 8),
                    Map.entry("nine", 9),
                    Map.entry("ten", 10),
                    Map.entry("eleven", 11),
                    Map.entry("twelve", 12),
                    Map.entry("thirteen", 13),
                    Map.entry("fourteen", 14),
                    Map.entry("fifteen", 15),
                    Map.entry("sixteen", 16),
                    Map.entry("twenty", 20),
                    Map.entry("thirty", 30),
                    Map.entry("forty", 40),
                    Map.entry("sixty", 60),
                    Map.entry("both", 2));
    private static final String WORD =
            "single|one|two|three|four|five|sixteen|sixty|six|seven|eight|nine|ten|eleven|twelve|thirteen"
                    + "|fourteen|fifteen|twenty|thirty|forty|both";
    private static final String NUMBER =
            "(?:\\d+[ -]\\d/\\d|\\d/\\d|\\d+(?:\\.\\d+)?|\\.\\d+|\\b(?:" + WORD + ")\\b)";
    private static final String LENGTH =
            "(?:cm|cms|mm|centimeters?|millimeters?|centimetres?|millimetres?|inch|inches)\\b";
    private static final Pattern EXTENT =
            compile(
                    "(?<![\\w./-])(?:\\d+(?:\\.\\d+)?\\s?-\\s?)?(?<a>"
                            + NUMBER
                            + ")[\\s-]*(?<ua>"
                            + LENGTH
                            + ")?(?:\\s*(?:x|\u00d7|by)\\s*(?<b>"
                            + NUMBER
                            + ")[\\s-]*(?<ub>"
                            + LENGTH
                            + ")?)?(?:\\s*(?:x|\u00d7|by)\\s*(?<c>"
                            + NUMBER
                            + ")[\\s-]*(?<uc>"
                            + LENGTH
                            + ")?)?(?!\\s*(?:squared|hg|2\\b|\u00b2|\u00b3|\\^|3\\b))");
    private static final Pattern AREA =
            compile(
                    "(?<![\\w./-])(?<a>"
                            + NUMBER
                            + ")[\\s-]*(?:sq\\.?\\s*cms?\\b|sq\\.?\\s+centimet\\w+|square[\\s-]+(?:cms?\\b|centimet\\w+)"
                            + "|cm\\s*(?:2\\b|\u00b2|\\^\\s*2)|cms?\\s+squared|centimet\\w+\\s+squared)");
    private static final Pattern VIEWS =
            compile(
                    "(?<![\\w./])(?<a>\\d{1,2}|"
                            + WORD
                            + ")[\\s-]+(?:\\w+[\\s-]+){0,2}?(?:views?|projections?)\\b"
                            + "|\\bviews?\\s*(?:x|times)\\s*(?<b>\\d)");
    private static final Pattern PROJECTION =
            compile(
                    "\\b(?:(?<front>ap|pa|anteroposterior|posteroanterior|frontal)|(?<lateral>laterals?)"
                            + "|(?<both>both\\s+obliques?|bilateral\\s+obliques?|obliques)|(?<oblique>oblique)"
                            + "|(?<other>sunrise|merchant|axillary|scapular\\s+y|y[\\s-]view|outlet|odontoid|open[\\s-]mouth"
                            + "|flexion|extension|decubitus|lordotic|swimmer'?s|mortise|frog[\\s-]?leg|notch|tunnel|waters|caldwell"
                            + "|towne'?s?|submentovertex|upright|erect|supine))\\b");
    private static final Pattern TIME =
            compile(
                    "(?<![\\w./-])(?<a>"
                            + NUMBER
                            + ")(?:\\s*(?:-|\u2013|to)\\s*(?<b>"
                            + NUMBER
                            + "))?[\\s-]*(?:(?<m>minutes?|mins?)|(?<h>hours?|hrs?))\\b");
    private static final Pattern MASS =
            compile(
                    "(?<![\\w./-])(?<a>\\d+(?:,\\d{3})?(?:\\.\\d+)?)[\\s-]*(?:(?<g>g|gms?|grams?)|(?<oz>oz|ounces?))\\b");
    private static final Pattern WEEKS =
            compile(
                    "(?<![\\w./-])(?<a>\\d{1,2}(?:\\.\\d)?)(?:\\s+(?<f>\\d)/7)?[\\s-]*(?:weeks?\\b|wks?\\b|w(?=\\d|\\b))"
                            + "(?:,?\\s*(?:and\\s*)?(?<d>\\d)(?:\\s*/\\s*7)?\\s*(?:days?|d)?\\b)?");
    private static final Pattern LIMB =
            compile(
                    "\\b(?:(?<four>(?:all\\s+)?four\\s+(?:extremities|limbs))|(?<both>bilateral|both)|(?<right>right)|(?<left>left)"
                            + "|(?<upper>upper|arms?)|(?<lower>lower|legs?))\\b");

    private static final Pattern BEFORE =
            compile(
                    "(?<![\\w./#-])(?<a>\\d{1,3}|"
                            + WORD
                            + ")(?:\\s+(?!and\\b|cm\\b|mm\\b|ml\\b|cc\\b|mg\\b|for\\b|to\\b)[a-z-]+){0,3}?[\\s-]*$");
    private static final Pattern AFTER =
            compile(
                    "\\G\\s*(?:,\\s*)?\\(?\\s*(?:(?:x|times|number|#)\\s*(?<a>\\d{1,3}\\b|(?:"
                            + WORD
                            + ")\\b)|(?<b>\\d{1,3}|"
                            + WORD
                            + ")\\s+in\\s+(?:number|total)\\b)");

    private Measures() {}

    private static Pattern compile(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    private static Matcher in(Pattern pattern, CharSequence text, Span range) {
        return pattern.matcher(text)
                .region(range.start(), range.end())
                .useTransparentBounds(true)
                .useAnchoringBounds(false);
    }

    /// Lengths and sizes with a unit of length.
    public static List<Extent> extents(CharSequence text, Span range) {
        var found = new ArrayList<Extent>();
        var matcher = in(EXTENT, text, range);
        while (matcher.find()) {
            var last = unit(matcher, "uc", unit(matcher, "ub", unit(matcher, "ua", "")));
            if (last.isEmpty()) {
                continue;
            }
            double a = number(matcher.group("a")) * cm(unit(matcher, "ua", last));
            double b = dimension(matcher, "b", unit(matcher, "ub", last));
            double c = dimension(matcher, "c", last);
            if (b == 0 && matcher.group("ua") == null) {
                continue;
            }
            var extent = new Extent(Math.max(a, Math.max(b, c)), a * b, span(matcher));
            if (!found.isEmpty() && ranges(text, found.getLast(), extent)) {
                found.removeLast();
            }
            found.add(extent);
        }
        return found;
    }

    /// Whether one length and the next are the ends of a range, of which the end counts.
    private static boolean ranges(CharSequence text, Extent first, Extent second) {
        var between = text.subSequence(first.span().end(), second.span().start()).toString();
        return between.strip().equals("to") || between.strip().equals("-");
    }

    /// Areas in square centimetres, stated or given by two dimensions.
    public static List<Measure> areas(CharSequence text, Span range) {
        var found = new ArrayList<Measure>();
        var matcher = in(AREA, text, range);
        while (matcher.find()) {
            found.add(new Measure(number(matcher.group("a")), span(matcher)));
        }
        for (var extent : extents(text, range)) {
            if (extent.area() > 0
                    && found.stream().noneMatch(area -> area.span().overlaps(extent.span()))) {
                found.add(new Measure(extent.area(), extent.span()));
            }
        }
        return found;
    }

    /// How many projections of a film are stated or named.
    public static List<Measure> views(CharSequence text, Span range) {
        var found = new ArrayList<Measure>();
        var matcher = in(VIEWS, text, range);
        while (matcher.find()) {
            var told = matcher.group("a") == null ? matcher.group("b") : matcher.group("a");
            found.add(new Measure(number(told), span(matcher)));
        }
        return found.isEmpty() ? projections(text, range) : found;
    }

    private static List<Measure> projections(CharSequence text, Span range) {
        var names = new HashSet<String>();
        int start = -1;
        int end = -1;
        boolean basic = false;
        var matcher = in(PROJECTION, text, range);
        while (matcher.find()) {
            if (matcher.group("front") != null) {
                names.add("front");
                basic = true;
            } else if (matcher.group("lateral") != null) {
                names.add("lateral");
            } else if (matcher.group("both") != null) {
                names.addAll(Set.of("oblique", "other oblique"));
            } else if (matcher.group("oblique") != null) {
                names.add("oblique");
            } else {
                names.add(matcher.group().toLowerCase(Locale.ROOT));
            }
            start = start < 0 ? matcher.start() : start;
            end = matcher.end();
        }
        return basic && names.size() > 1
                ? List.of(new Measure(names.size(), new Span(start, end)))
                : List.of();
    }

    /// Times in minutes; of a range the end, and hours with minutes as one.
    public static List<Measure> minutes(CharSequence text, Span range) {
        var found = new ArrayList<Measure>();
        var matcher = in(TIME, text, range);
        boolean hoursBefore = false;
        while (matcher.find()) {
            var told = matcher.group("b") == null ? matcher.group("a") : matcher.group("b");
            boolean hours = matcher.group("h") != null;
            double value = number(told) * (hours ? 60 : 1);
            if (hoursBefore && !hours && joined(text, found.getLast().span(), matcher.start())) {
                var first = found.removeLast();
                found.add(
                        new Measure(
                                first.value() + value,
                                new Span(first.span().start(), matcher.end())));
            } else {
                found.add(new Measure(value, span(matcher)));
            }
            hoursBefore = hours;
        }
        return found;
    }

    private static boolean joined(CharSequence text, Span before, int at) {
        var between = text.subSequence(before.end(), at).toString().strip();
        return between.isEmpty() || between.equals("and") || between.equals(",");
    }

    /// Weights in grams.
    public static List<Measure> grams(CharSequence text, Span range) {
        var found = new ArrayList<Measure>();
        var matcher = in(MASS, text, range);
        while (matcher.find()) {
            double value = Double.parseDouble(matcher.group("a").replace(",", ""));
            found.add(
                    new Measure(
                            matcher.group("oz") == null ? value : value * GRAMS_PER_OUNCE,
                            span(matcher)));
        }
        return found;
    }

    /// Gestational ages in weeks.
    public static List<Measure> weeks(CharSequence text, Span range) {
        var found = new ArrayList<Measure>();
        var matcher = in(WEEKS, text, range);
        while (matcher.find()) {
            double days = 0;
            for (var group : List.of("f", "d")) {
                days += matcher.group(group) == null ? 0 : number(matcher.group(group));
            }
            found.add(new Measure(number(matcher.group("a")) + days / 7, span(matcher)));
        }
        return found;
    }

    /// How many different limbs are named with their sides.
    public static List<Measure> limbs(CharSequence text, Span range) {
        var limbs = new HashSet<String>();
        var sides = new HashSet<String>();
        var parts = new HashSet<String>();
        int start = -1;
        int end = -1;
        var matcher = in(LIMB, text, range);
        while (matcher.find()) {
            if (matcher.group("four") != null) {
                return List.of(new Measure(4, span(matcher)));
            }
            var part =
                    matcher.group("upper") != null
                            ? "upper"
                            : matcher.group("lower") != null ? "lower" : "";
            if (part.isEmpty()) {
                if (!parts.isEmpty()) {
                    sides.clear();
                    parts.clear();
                }
                if (matcher.group("both") != null || matcher.group("right") != null) {
                    sides.add("right");
                }
                if (matcher.group("both") != null || matcher.group("left") != null) {
                    sides.add("left");
                }
                start = start < 0 ? matcher.start() : start;
            } else {
                parts.add(part);
                sides.forEach(side -> limbs.add(side + part));
                end = sides.isEmpty() ? end : matcher.end();
            }
        }
        return limbs.isEmpty() || end <= start
                ? List.of()
                : List.of(new Measure(limbs.size(), new Span(start, end)));
    }

    /// How many there are of what the nouns name: `three lesions`, `warts x 4`, `both knees`.
    ///
    /// @param nouns an expression that matches what is counted
    public static List<Measure> counts(CharSequence text, Span range, Pattern nouns) {
        var found = new ArrayList<Measure>();
        var matcher = in(nouns, text, range);
        while (matcher.find()) {
            countBefore(text, range, matcher).ifPresent(found::add);
            countAfter(text, range, matcher).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Measure> countBefore(CharSequence text, Span range, Matcher noun) {
        int from = Math.max(range.start(), noun.start() - 45);
        var before = BEFORE.matcher(text).region(from, noun.start());
        before.useTransparentBounds(true);
        return before.find()
                ? Optional.of(
                        new Measure(
                                number(before.group("a")), new Span(before.start(), noun.end())))
                : Optional.empty();
    }

    private static Optional<Measure> countAfter(CharSequence text, Span range, Matcher noun) {
        var after = AFTER.matcher(text).region(noun.end(), range.end());
        if (!after.find()) {
            return Optional.empty();
        }
        var told = after.group("a") == null ? after.group("b") : after.group("a");
        return Optional.of(new Measure(number(told), new Span(noun.start(), after.end())));
    }

    private static Span span(Matcher matcher) {
        return new Span(matcher.start(), matcher.end());
    }

    private static double dimension(Matcher matcher, String group, String unit) {
        return matcher.group(group) == null ? 0 : number(matcher.group(group)) * cm(unit);
    }

    private static String unit(Matcher matcher, String group, String otherwise) {
        return matcher.group(group) == null
                ? otherwise
                : matcher.group(group).toLowerCase(Locale.ROOT);
    }

    private static double cm(String unit) {
        if (unit.startsWith("inch")) {
            return CM_PER_INCH;
        }
        return unit.startsWith("mm") || unit.startsWith("milli") ? 0.1 : 1;
    }

    /// The value of a number in digits, a fraction, or a word.
    static double number(String told) {
        var text = told.toLowerCase(Locale.ROOT);
        var word = WORDS.get(text);
        if (word != null) {
            return word;
        }
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Double.parseDouble(text);
        }
        double part =
                (double) (text.charAt(slash - 1) - '0') / Math.max(1, text.charAt(slash + 1) - '0');
        return slash > 1 ? Double.parseDouble(text.substring(0, slash - 2)) + part : part;
    }
}
