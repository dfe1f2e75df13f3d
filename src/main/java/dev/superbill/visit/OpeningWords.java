package dev.superbill.visit;

import dev.superbill.mention.Evidence;
import dev.superbill.mention.NoteMentions;
import dev.superbill.note.Span;
import dev.superbill.section.Section;
import dev.superbill.section.SectionKind;
import java.util.List;

/// The words that open a visit note's assessment; where it has none, its history, or whatever it
/// begins with.
final class OpeningWords {
    private static final int LENGTH = 120;
    private static final List<SectionKind> FIRST_CHOICE =
            List.of(
                    SectionKind.ASSESSMENT,
                    SectionKind.IMPRESSION,
                    SectionKind.DIAGNOSIS,
                    SectionKind.CHIEF_COMPLAINT,
                    SectionKind.HISTORY);

    private OpeningWords() {}

    static Evidence of(NoteMentions mentions) {
        for (var kind : FIRST_CHOICE) {
            for (var section : mentions.sections()) {
                if (section.kind() == kind && begin(mentions, section) < section.span().end()) {
                    return opening(mentions, section);
                }
            }
        }
        return mentions.sections().stream()
                .filter(section -> begin(mentions, section) < section.span().end())
                .findFirst()
                .map(section -> opening(mentions, section))
                .orElseGet(() ->
                        Evidence.quoting(
                                mentions.note(),
                                "",
                                new Span(0, firstEnd(mentions.note().text()))));
    }

    private static Evidence opening(NoteMentions mentions, Section section) {
        var text = mentions.note().text();
        int start = begin(mentions, section);
        int end = Math.min(section.span().end(), start + LENGTH);
        while (end > start + 1
                && Character.isLetterOrDigit(text.charAt(end - 1))
                && end < section.span().end()) {
            end--;
        }
        return Evidence.quoting(
                mentions.note(), section.heading(), new Span(start, whole(text, end)));
    }

    private static int firstEnd(String text) {
        return whole(text, Math.min(LENGTH, text.length()));
    }

    /// The end, or the place before it where the end would split a surrogate pair.
    private static int whole(String text, int end) {
        return end < text.length()
                        && Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end))
                ? end - 1
                : end;
    }

    private static int begin(NoteMentions mentions, Section section) {
        int at = section.bodyStart();
        while (at < section.span().end()
                && Character.isWhitespace(mentions.note().text().charAt(at))) {
            at++;
        }
        return at;
    }
}
