package dev.superbill.mention;

import dev.superbill.note.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The levels of the spine that ranges of a note name together: interspaces such as `C5-6`, runs
/// such as `L3-S1`, single vertebrae, or a number of levels.
public final class SpineLevels {
    private static final String CHAIN = "\\b[CTLS]\\s?-?\\d{1,2}\\b";
    private static final Pattern RUN =
            Pattern.compile(
                    CHAIN
                            + "(?:\\s*(?:-|\u2013|/|to|through|thru|down\\s+to)\\s*[CTLS]?\\s?\\d{1,2}\\b)*",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern VERTEBRA =
            Pattern.compile("([CTLS]?)\\s?-?(\\d{1,2})", Pattern.CASE_INSENSITIVE);
    private static final Pattern STATED =
            Pattern.compile(
                    "\\b(\\d|one|two|three|four|five|six|single)[\\s-]+(?:additional\\s+)?(?:inter(?:space|vertebral)\\s+)?levels?\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final int THORACIC = 7;
    private static final int LUMBAR = 19;
    private static final int SACRAL = 24;
    private static final int LAST = 25;

    private final TreeSet<Integer> interspaces = new TreeSet<>();
    private final TreeSet<Integer> singles = new TreeSet<>();
    private final List<Span> spans = new ArrayList<>();
    private final TreeSet<Integer> stated = new TreeSet<>();

    /// Adds what a range of the note names.
    public void read(CharSequence text, Span range) {
        var runs = RUN.matcher(text).region(range.start(), range.end());
        runs.useTransparentBounds(true);
        while (runs.find()) {
            if (add(runs.group())) {
                spans.add(new Span(runs.start(), runs.end()));
            }
        }
        var number = STATED.matcher(text).region(range.start(), range.end());
        while (number.find()) {
            stated.add((int) Measures.number(number.group(1)));
            spans.add(new Span(number.start(), number.end()));
        }
    }

    private boolean add(String run) {
        var vertebrae = new ArrayList<Integer>();
        var region = "";
        var matcher = VERTEBRA.matcher(run);
        while (matcher.find()) {
            region =
                    matcher.group(1).isEmpty() ? region : matcher.group(1).toUpperCase(Locale.ROOT);
            int number = Integer.parseInt(matcher.group(2));
            int place = place(region, number);
            // L5-1 is the interspace below the fifth lumbar vertebra.
            if (!vertebrae.isEmpty() && place <= vertebrae.getLast() && number == 1) {
                place = vertebrae.getLast() + 1;
            }
            if (place == 0 || (!vertebrae.isEmpty() && place <= vertebrae.getLast())) {
                break;
            }
            vertebrae.add(place);
        }
        if (vertebrae.size() == 1) {
            singles.add(vertebrae.getFirst());
        }
        for (int i = 1; i < vertebrae.size(); i++) {
            for (int at = vertebrae.get(i - 1); at < vertebrae.get(i); at++) {
                interspaces.add(at);
            }
        }
        return !vertebrae.isEmpty();
    }

    /// The place of a vertebra from the head down, 0 where there is none.
    private static int place(String region, int number) {
        if (number < 1) {
            return 0;
        }
        return switch (region) {
            case "C" -> number <= THORACIC ? number : 0;
            case "T" -> number <= LUMBAR - THORACIC ? THORACIC + number : 0;
            case "L" -> number <= SACRAL - LUMBAR ? LUMBAR + number : 0;
            case "S" -> number == 1 ? LAST : number <= 4 ? LAST + number - 1 : 0;
            default -> 0;
        };
    }

    /// The interspaces: named, stated, or between the vertebrae named.
    public Optional<Measure> interspaces() {
        int between = singles.size() > 1 ? singles.size() - 1 : 0;
        return measure(
                !interspaces.isEmpty()
                        ? interspaces.size()
                        : !stated.isEmpty() ? stated.last() : between);
    }

    /// The levels: interspaces, or vertebrae or roots where no interspace is named.
    public Optional<Measure> levels() {
        return measure(
                !interspaces.isEmpty()
                        ? interspaces.size()
                        : !stated.isEmpty() ? stated.last() : singles.size());
    }

    /// The vertebrae from the first to the last named.
    public Optional<Measure> vertebrae() {
        var all = new TreeSet<>(singles);
        for (int interspace : interspaces) {
            all.add(interspace);
            all.add(interspace + 1);
        }
        if (all.size() > 1) {
            return measure(all.last() - all.first() + 1);
        }
        return measure(stated.isEmpty() ? 0 : stated.last() + 1);
    }

    private Optional<Measure> measure(int value) {
        return value > 0 && !spans.isEmpty()
                ? Optional.of(new Measure(value, spans.getFirst()))
                : Optional.empty();
    }
}
