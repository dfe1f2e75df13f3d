package dev.superbill.adapter.workbench;

import dev.superbill.adapter.workbench.Mark.Meaning;
import dev.superbill.mention.Mention;
import dev.superbill.mention.NoteMentions;
import dev.superbill.note.Note;
import dev.superbill.note.Span;
import dev.superbill.section.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// A note cut into sections, and these into segments, so that marks may overlap and a page can
/// still show them in one row.
///
/// @param sections in order; one after the other they are the text
public record MarkedNote(List<Part> sections) {
    /// Copies.
    public MarkedNote {
        sections = List.copyOf(sections);
    }

    /// A section.
    ///
    /// @param number its place, from 0
    /// @param name its heading, or what it is called where it has none
    /// @param heading the heading as printed, with what stands around it
    /// @param segments what follows
    public record Part(int number, String name, List<Segment> heading, List<Segment> segments) {
        /// Copies.
        public Part {
            heading = List.copyOf(heading);
            segments = List.copyOf(segments);
        }

        @Override
        public String toString() {
            return "Part[" + number + "]";
        }
    }

    private static final int WIDEST_GAP = 25;

    /// The mentions in the bodies of sections that are not simply so; of those that stand close in
    /// a sentence and mean the same, one.
    static List<Mark> doubts(NoteMentions mentions) {
        var text = mentions.note().text();
        var marks = new ArrayList<Mark>();
        for (var mention : mentions.mentions()) {
            var section = mentions.sections().get(mention.section());
            if (mention.span().start() >= section.bodyStart()) {
                meaning(mention).ifPresent(meaning -> add(marks, mention.span(), meaning, text));
            }
        }
        return marks;
    }

    private static boolean close(Span last, Span next, String text) {
        if (last.overlaps(next)) {
            return true;
        }
        int gap = next.start() - last.end();
        return gap >= 0
                && gap <= WIDEST_GAP
                && text.substring(last.end(), next.start())
                        .chars()
                        .noneMatch(unit -> ".;:\r\n".indexOf(unit) >= 0);
    }

    private static void add(List<Mark> marks, Span span, Meaning meaning, String text) {
        if (!marks.isEmpty()) {
            var last = marks.getLast();
            if (last.meaning() == meaning && close(last.span(), span, text)) {
                var both = new Span(last.span().start(), Math.max(last.span().end(), span.end()));
                marks.set(marks.size() - 1, new Mark(both, meaning, ""));
                return;
            }
        }
        marks.add(new Mark(span, meaning, ""));
    }

    private static Optional<Meaning> meaning(Mention mention) {
        return switch (mention.assertion()) {
            case PRESENT -> Optional.empty();
            case ABSENT -> Optional.of(Meaning.ABSENT);
            case POSSIBLE -> Optional.of(Meaning.POSSIBLE);
            case HISTORICAL -> Optional.of(Meaning.HISTORICAL);
            case FAMILY -> Optional.of(Meaning.FAMILY);
            case HYPOTHETICAL -> Optional.of(Meaning.HYPOTHETICAL);
            case PLANNED -> Optional.of(Meaning.PLANNED);
        };
    }

    /// Cuts a note.
    ///
    /// @param note the note
    /// @param sections its sections, in order, which together are the note
    /// @param marks what is marked; what lies outside of the note is left out
    /// @param names what the keys of evidence are called
    static MarkedNote of(
            Note note, List<Section> sections, Collection<Mark> marks, Map<String, String> names) {
        var cutting = new Cutting(note.text(), sections, marks, names);
        var parts = new ArrayList<Part>();
        int from = 0;
        for (int i = 0; i < sections.size(); i++) {
            var section = sections.get(i);
            int end = i + 1 == sections.size() ? note.text().length() : section.span().end();
            int body = Math.max(from, section.bodyStart());
            parts.add(
                    new Part(
                            i,
                            body > from ? section.heading() : continued(section),
                            cutting.between(from, body),
                            cutting.between(body, end)));
            from = end;
        }
        if (sections.isEmpty()) {
            parts.add(new Part(0, "Opening", List.of(), cutting.between(0, note.text().length())));
        }
        return new MarkedNote(parts);
    }

    private static String continued(Section section) {
        return section.heading().isBlank() ? "Opening" : section.heading() + ", continued";
    }

    private static final class Cutting {
        private final String text;
        private final List<Mark> marks;
        private final Map<String, String> names;
        private final TreeSet<Integer> cuts = new TreeSet<>();

        Cutting(
                String text,
                List<Section> sections,
                Collection<Mark> marks,
                Map<String, String> names) {
            this.text = text;
            this.names = names;
            this.marks =
                    marks.stream()
                            .filter(mark -> mark.span().end() <= text.length())
                            .sorted(Comparator.comparing(Mark::span))
                            .toList();
            for (var section : sections) {
                cutAt(section.span().end());
                cutAt(section.bodyStart());
            }
            for (var mark : this.marks) {
                cutAt(mark.span().start());
                cutAt(mark.span().end());
            }
            for (int at = 0; at < text.length(); at++) {
                if (text.charAt(at) == '\r' || text.charAt(at) == '\0') {
                    cutAt(at);
                    cutAt(at + 1);
                }
            }
        }

        /// Never between the halves of a pair of surrogates.
        private void cutAt(int place) {
            boolean splits =
                    place > 0
                            && place < text.length()
                            && Character.isSurrogatePair(
                                    text.charAt(place - 1), text.charAt(place));
            cuts.add(splits ? place + 1 : place);
        }

        List<Segment> between(int start, int end) {
            var segments = new ArrayList<Segment>();
            int from = start;
            for (int cut : cuts.subSet(start, false, end, false)) {
                segments.add(segment(from, cut));
                from = cut;
            }
            if (from < end) {
                segments.add(segment(from, end));
            }
            return segments;
        }

        private Segment segment(int start, int end) {
            var keys = new LinkedHashSet<String>();
            Mark said = null;
            for (var mark : marks) {
                if (mark.span().start() >= end) {
                    break;
                }
                if (mark.span().end() > start) {
                    if (mark.meaning() == Meaning.EVIDENCE) {
                        keys.add(mark.key());
                    } else if (said == null) {
                        said = mark;
                    }
                }
            }
            var codes = new LinkedHashSet<String>();
            keys.forEach(key -> codes.add(names.getOrDefault(key, key)));
            boolean last = said != null && said.span().end() <= end;
            return new Segment(
                    start,
                    text.substring(start, end),
                    List.copyOf(keys),
                    List.copyOf(codes),
                    said == null ? "" : said.meaning().name().toLowerCase(Locale.ROOT),
                    last && said != null ? said.meaning().tag() : "",
                    last && said != null ? said.meaning().description() : "",
                    printing(start, end));
        }

        private Segment.Printing printing(int start, int end) {
            if (end != start + 1) {
                return Segment.Printing.AS_IT_IS;
            }
            return switch (text.charAt(start)) {
                case '\0' -> Segment.Printing.LEFT_OUT;
                case '\r' ->
                        end < text.length() && text.charAt(end) == '\n'
                                ? Segment.Printing.LEFT_OUT
                                : Segment.Printing.LINE_BREAK;
                default -> Segment.Printing.AS_IT_IS;
            };
        }
    }
}
