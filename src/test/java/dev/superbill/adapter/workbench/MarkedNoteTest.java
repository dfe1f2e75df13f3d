package dev.superbill.adapter.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.superbill.note.Note;
import dev.superbill.note.Span;
import dev.superbill.section.Sectionizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkedNoteTest {
    private static final List<String> PIECES =
            List.of(
                    "PROCEDURE: ",
                    "\nFINDINGS:\r\n",
                    "polyp ",
                    "\uD83E\uDE7A",
                    "no <bleeding> ",
                    "\r",
                    "\0",
                    ". ",
                    "\n\n",
                    "&amp;");

    private static MarkedNote marked(String text, List<Mark> marks) {
        var note = new Note("", text);
        return MarkedNote.of(note, new Sectionizer().split(note), marks, Map.of());
    }

    private static List<Segment> segments(MarkedNote note) {
        return note.sections().stream()
                .flatMap(part -> Stream.concat(part.heading().stream(), part.segments().stream()))
                .toList();
    }

    private static String text(Random random) {
        var text = new StringBuilder("note ");
        for (int i = 0; i < 40; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static List<Mark> marks(String text, Random random) {
        var marks = new ArrayList<Mark>();
        for (int i = 0; i < 20; i++) {
            int start = random.nextInt(text.length() - 1);
            int end = start + 1 + random.nextInt(Math.min(30, text.length() - start - 1) + 1);
            var span = new Span(start, Math.min(text.length(), end));
            marks.add(
                    random.nextBoolean()
                            ? new Mark(span, Mark.Meaning.EVIDENCE, "CPT-" + i)
                            : new Mark(span, Mark.Meaning.ABSENT, ""));
        }
        return marks;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theSegmentsOfANoteAreItsText(long seed) {
        var random = new Random(seed);
        var text = text(random);

        var segments = segments(marked(text, marks(text, random)));

        assertThat(segments.stream().map(Segment::text).collect(Collectors.joining()))
                .isEqualTo(text);
        int at = 0;
        for (var segment : segments) {
            assertThat(segment.start()).isEqualTo(at);
            at = segment.end();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everyUnitOfAMarkIsMarked(long seed) {
        var random = new Random(seed);
        var text = text(random);
        var marks = marks(text, random);

        var segments = segments(marked(text, marks));

        for (var mark : marks) {
            for (int unit = mark.span().start(); unit < mark.span().end(); unit++) {
                int at = unit;
                var segment =
                        segments.stream()
                                .filter(one -> one.start() <= at && at < one.end())
                                .findFirst()
                                .orElseThrow();
                if (mark.meaning() == Mark.Meaning.EVIDENCE) {
                    assertThat(segment.keys()).contains(mark.key());
                } else {
                    assertThat(segment.said()).isEqualTo("absent");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noSegmentSplitsAPairOfSurrogates(long seed) {
        var random = new Random(seed);
        var text = text(random);

        assertThat(segments(marked(text, marks(text, random))))
                .noneMatch(segment ->
                        Character.isLowSurrogate(segment.text().charAt(0))
                                || Character.isHighSurrogate(
                                        segment.text().charAt(segment.text().length() - 1)));
    }

    @Test
    void whatABrowserWouldChangeStandsAlone() {
        var segments = segments(marked("one\r\ntwo\rthree\0four", List.of()));

        assertThat(segments)
                .filteredOn(segment -> !segment.asItIs())
                .extracting(Segment::start, Segment::printing)
                .containsExactly(
                        tuple(3, Segment.Printing.LEFT_OUT),
                        tuple(8, Segment.Printing.LINE_BREAK),
                        tuple(14, Segment.Printing.LEFT_OUT));
    }

    @Test
    void overlappingMarksShareTheirSegment() {
        var segments =
                segments(
                        marked(
                                "abcdef",
                                List.of(
                                        Mark.evidence(0, 4, "CPT-1"),
                                        Mark.evidence(2, 6, "CPT-2"))));

        assertThat(segments)
                .extracting(Segment::text, Segment::keyList)
                .containsExactly(
                        tuple("ab", "CPT-1"), tuple("cd", "CPT-1 CPT-2"), tuple("ef", "CPT-2"));
    }
}
