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
    /// The most UTF-16 units of a passage: evidence is no longer.
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
        for (int i = 0; i < sections.size(); i++) {
            if (kinds.contains(sections.get(i).kind())) {
                cut(note.text(), sections.get(i), i, passages);
            }
        }
        return List.copyOf(passages);
    }

    private static void cut(String text, Section section, int number, List<Passage> passages) {
        int limit = section.span().end();
        int start = section.bodyStart();
        int blank = -1;
        for (int at = start; at < limit; at++) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                blank = at;
            }
            boolean over = at + 1 - start >= LONGEST;
            if (over && blank > start) {
                add(text, start, blank, number, passages);
                start = blank + 1;
            } else if (over || (at + 1 - start >= SHORT && endsSentence(text, at, limit))) {
                add(text, start, at + 1, number, passages);
                start = at + 1;
                blank = -1;
            }
        }
        add(text, start, limit, number, passages);
    }

    /// A decimal point ends no sentence.
    private static boolean endsSentence(String text, int at, int limit) {
        return !Character.isLetterOrDigit(text.charAt(at))
                && Sentences.endsAt(text, at, limit)
                && (at + 1 >= limit || !Character.isLetterOrDigit(text.charAt(at + 1)));
    }

    private static void add(String text, int from, int to, int number, List<Passage> passages) {
        int start = from;
        int end = to;
        while (start < end && !Character.isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            passages.add(new Passage(new Span(start, end), number));
        }
    }
}
