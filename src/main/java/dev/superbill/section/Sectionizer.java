package dev.superbill.section;

import dev.superbill.note.Note;
import dev.superbill.note.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Splits a note at its headings. Every character of the note lies in exactly one section.
///
/// A heading is a short text before a colon at the start of a line (numbered or not), a known
/// heading alone on a line, or a known heading in capitals before a colon after the end of a
/// sentence. Headings that nobody lists take the kind of the section above them, since they mostly
/// name organs or vessels.
public final class Sectionizer {
    private static final int LONGEST_HEADING = 70;
    private static final int LONGEST_QUOTED_HEADING = 60;
    private static final int LONGEST_TITLE = 400;

    private record Heading(SectionKind kind, String text, int start, int bodyStart) {
        @Override
        public String toString() {
            return "Heading[" + kind + ", " + start + "]";
        }
    }

    /// The sections of a note, in order.
    public List<Section> split(Note note) {
        var text = note.text();
        var lines = Lines.of(text);
        var headings = headings(text, lines);
        var sections = new ArrayList<Section>();
        int first = headings.isEmpty() ? text.length() : headings.getFirst().start;
        if (first > 0) {
            sections.add(new Section(SectionKind.OTHER, "", new Span(0, first), 0));
        }
        for (int i = 0; i < headings.size(); i++) {
            var heading = headings.get(i);
            int end = i + 1 < headings.size() ? headings.get(i + 1).start : text.length();
            add(text, lines, heading, end, sections);
        }
        return List.copyOf(sections);
    }

    /// A procedure's title that runs on into its body is cut where the title ends.
    private static void add(
            String text, Lines lines, Heading heading, int end, List<Section> sections) {
        int cut =
                heading.kind == SectionKind.PROCEDURE
                        ? titleEnd(text, lines, heading.bodyStart, end)
                        : end;
        if (cut <= heading.bodyStart) {
            sections.add(
                    new Section(
                            SectionKind.DESCRIPTION,
                            heading.text,
                            new Span(heading.start, end),
                            heading.bodyStart));
            return;
        }
        sections.add(
                new Section(
                        heading.kind,
                        heading.text,
                        new Span(heading.start, cut),
                        heading.bodyStart));
        if (cut < end) {
            sections.add(
                    new Section(SectionKind.DESCRIPTION, heading.text, new Span(cut, end), cut));
        }
    }

    private static int titleEnd(String text, Lines lines, int start, int end) {
        int at = start;
        int title = start;
        while (at < end) {
            int lineEnd = Math.min(end, lines.endFrom(at));
            var line = text.substring(at, lineEnd);
            boolean item = startsItem(line);
            if (!item && line.length() > LONGEST_TITLE) {
                return title;
            }
            if (!item && !line.isBlank() && lineEnd - start > LONGEST_TITLE) {
                return title;
            }
            at = Math.min(end, lineEnd + 1);
            title = at;
        }
        return end;
    }

    private static boolean startsItem(String line) {
        var stripped = line.stripLeading();
        return !stripped.isEmpty()
                && (Character.isDigit(stripped.charAt(0))
                        || "-*\u2022".indexOf(stripped.charAt(0)) >= 0);
    }

    private static List<Heading> headings(String text, Lines lines) {
        var headings = new ArrayList<Heading>();
        var kind = SectionKind.OTHER;
        int line = 0;
        while (line < text.length()) {
            int lineEnd = text.indexOf('\n', line);
            lineEnd = lineEnd < 0 ? text.length() : lineEnd;
            boolean goesOn = line > 0 && lines.wrapsAt(line - 1);
            var atStart = goesOn ? null : atLineStart(text, line, lineEnd, kind);
            int from = line;
            if (atStart != null) {
                headings.add(atStart);
                kind = atStart.kind;
                from = atStart.bodyStart;
            }
            kind = inLine(text, from, lineEnd, headings, kind);
            line = lineEnd + 1;
        }
        return headings;
    }

    private static @Nullable Heading atLineStart(
            String text, int line, int lineEnd, SectionKind above) {
        int start = line;
        while (start < lineEnd
                && (Blanks.isBlank(text.charAt(start))
                        || ",*#-".indexOf(text.charAt(start)) >= 0)) {
            start++;
        }
        int name = afterNumber(text, start, lineEnd);
        int colon = -1;
        int limit = Math.min(lineEnd, name + LONGEST_HEADING + 1);
        for (int i = name; i < limit; i++) {
            if (text.charAt(i) == ':') {
                colon = i;
                break;
            }
        }
        if (colon > name && Character.isLetter(text.charAt(name))) {
            var heading = Blanks.single(text.substring(name, colon));
            var known = HeadingTable.kindOf(heading);
            if (known != null || looksLikeHeading(heading)) {
                return new Heading(
                        known == null ? inherited(heading, above) : known,
                        quoted(heading),
                        start,
                        colon + 1);
            }
        }
        var whole = Blanks.single(text, name, lineEnd, LONGEST_HEADING);
        if (!whole.isEmpty() && whole.length() <= LONGEST_HEADING) {
            var known = HeadingTable.exactly(whole);
            if (known != null) {
                return new Heading(known, quoted(whole), start, lineEnd);
            }
        }
        return null;
    }

    private static SectionKind inherited(String heading, SectionKind above) {
        boolean capitals = heading.chars().noneMatch(Character::isLowerCase);
        return switch (above) {
            case PROCEDURE,
                    ANESTHESIA,
                    OPERATIVE_DETAIL,
                    PREOPERATIVE_DIAGNOSIS,
                    POSTOPERATIVE_DIAGNOSIS ->
                    capitals ? SectionKind.OTHER : above;
            default -> above;
        };
    }

    private static int afterNumber(String text, int start, int end) {
        int at = start;
        while (at < end && Character.isDigit(text.charAt(at))) {
            at++;
        }
        if (at == start || at >= end || ".)".indexOf(text.charAt(at)) < 0) {
            return start;
        }
        at++;
        while (at < end && Blanks.isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// Up to seven words that do not read like a sentence.
    private static boolean looksLikeHeading(String heading) {
        if (heading.length() < 3
                || !Character.isUpperCase(heading.charAt(0))
                || heading.contains(". ")) {
            return false;
        }
        return heading.split(" ").length <= 7;
    }

    /// Known headings in capitals inside a line, after the end of a sentence.
    private static SectionKind inLine(
            String text, int from, int lineEnd, List<Heading> headings, SectionKind kind) {
        var current = kind;
        for (int colon = text.indexOf(':', from);
                colon >= 0 && colon < lineEnd;
                colon = text.indexOf(':', colon + 1)) {
            int start = colon;
            while (start > from
                    && isHeadingCapital(text.charAt(start - 1))
                    && colon - start < LONGEST_HEADING) {
                start--;
            }
            while (start < colon && !Character.isLetter(text.charAt(start))) {
                start++;
            }
            if (colon - start < 4 || !followsSentence(text, from, start)) {
                continue;
            }
            var heading = Blanks.single(text.substring(start, colon));
            var known = HeadingTable.kindOf(heading);
            if (known != null) {
                headings.add(new Heading(known, quoted(heading), start, colon + 1));
                current = known;
            }
        }
        return current;
    }

    private static boolean isHeadingCapital(char c) {
        return (c >= 'A' && c <= 'Z') || "/&-".indexOf(c) >= 0 || Blanks.isBlank(c);
    }

    private static boolean followsSentence(String text, int from, int start) {
        int before = start - 1;
        while (before >= from && Blanks.isBlank(text.charAt(before))) {
            before--;
        }
        return before < from || ".,;".indexOf(text.charAt(before)) >= 0;
    }

    private static String quoted(String heading) {
        if (heading.length() <= LONGEST_QUOTED_HEADING) {
            return heading;
        }
        boolean splitsPair = Character.isLowSurrogate(heading.charAt(LONGEST_QUOTED_HEADING));
        return heading.substring(
                0, splitsPair ? LONGEST_QUOTED_HEADING - 1 : LONGEST_QUOTED_HEADING);
    }
}
