package dev.superbill.section;

import dev.superbill.note.Note;
import dev.superbill.note.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Cuts what a note tells of today into passages: whole sentences, short ones taken together, long
/// ones cut between words. Sections about the past, relatives and habits give none.
///
/// The ranker of codes was trained on passages cut here, so a change asks for new weights.
public final class Passages {
    /// The most UTF-16 units of a passage, of several blanks in a row the first counted.
    public static final int LONGEST = 300;

    /// Shorter sentences are taken together with the next.
    private static final int SHORT = 80;

    private static final EnumSet<SectionKind> OTHER_DAYS =
            EnumSet.of(
                    SectionKind.PAST_HISTORY,
                    SectionKind.FAMILY_HISTORY,
                    SectionKind.SOCIAL_HISTORY,
                    SectionKind.MEDICATIONS,
                    SectionKind.ALLERGIES,
                    SectionKind.REVIEW_OF_SYSTEMS);

    private Passages() {}

    /// The passages of a note, in order; none overlaps another.
    public static List<Passage> of(Note note, List<Section> sections) {
        var today = cut(note, sections, EnumSet.complementOf(OTHER_DAYS));
        return today.isEmpty() ? cut(note, sections, OTHER_DAYS) : today;
    }

    private static List<Passage> cut(Note note, List<Section> sections, Set<SectionKind> kinds) {
        var passages = new ArrayList<Passage>();
        var sentences = Sentences.of(note.text());
        for (int i = 0; i < sections.size(); i++) {
            if (kinds.contains(sections.get(i).kind())) {
                cut(note.text(), sentences, sections.get(i), i, passages);
            }
        }
        return List.copyOf(passages);
    }

    private static void cut(
            String text, Sentences sentences, Section section, int number, List<Passage> passages) {
        int limit = section.span().end();
        int start = section.bodyStart();
        int blank = -1;
        int spare = 0;
        int spareAtBlank = 0;
        for (int at = start; at < limit; at++) {
            spare += isSpare(text, at) ? 1 : 0;
            if (Blanks.isBlank(text.charAt(at))) {
                blank = at;
                spareAtBlank = spare;
            }
            int length = at + 1 - start - spare;
            boolean over = length >= LONGEST;
            if (over && blank > start) {
                add(text, start, blank, number, passages);
                start = blank + 1;
                spare -= spareAtBlank;
            } else if (over || (length >= SHORT && endsSentence(text, sentences, at, limit))) {
                add(text, start, at + 1, number, passages);
                start = at + 1;
                blank = -1;
                spare = 0;
            }
        }
        add(text, start, limit, number, passages);
    }

    /// Whether a character is one of several blanks in a row or of the two that end a line: a
    /// passage is no shorter for them.
    private static boolean isSpare(String text, int at) {
        char c = text.charAt(at);
        if (c == '\n' || !Blanks.isBlank(c) || at == 0) {
            return false;
        }
        char before = text.charAt(at - 1);
        return c == '\r' || (before != '\n' && Blanks.isBlank(before));
    }

    /// A decimal point ends no sentence.
    private static boolean endsSentence(String text, Sentences sentences, int at, int limit) {
        return !Character.isLetterOrDigit(text.charAt(at))
                && sentences.endsAt(at, limit)
                && (at + 1 >= limit || !Character.isLetterOrDigit(text.charAt(at + 1)));
    }

    private static void add(String text, int from, int to, int number, List<Passage> passages) {
        int start = from;
        int end = to;
        while (start < end && !Character.isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        while (end > start && Blanks.isBlank(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            passages.add(new Passage(new Span(start, end), number));
        }
    }
}
