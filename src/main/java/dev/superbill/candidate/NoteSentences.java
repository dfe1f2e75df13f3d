package dev.superbill.candidate;

import dev.superbill.mention.NoteMentions;
import dev.superbill.mention.Occurrence;
import dev.superbill.note.Span;
import dev.superbill.section.Section;
import dev.superbill.section.Sentences;
import java.util.ArrayList;
import java.util.List;

/// The sentences of a note, by section, for what must be read near a proposal's words.
final class NoteSentences {
    private final NoteMentions mentions;
    private final String text;
    private final Sentences ends;
    private final List<Sentence> sentences = new ArrayList<>();

    /// A sentence.
    ///
    /// @param number its place in the note
    /// @param span where it stands
    /// @param section the section's place in the note
    /// @param standing how firmly it says that a service was performed
    record Sentence(int number, Span span, int section, Standing standing) {}

    NoteSentences(NoteMentions mentions) {
        this.mentions = mentions;
        this.text = mentions.note().text();
        this.ends = Sentences.of(text);
        for (int i = 0; i < mentions.sections().size(); i++) {
            split(mentions.sections().get(i), i);
        }
    }

    private void split(Section section, int number) {
        int from = section.span().start();
        int end = section.span().end();
        for (int at = from; at < end; at++) {
            if (at == section.bodyStart() && at > from) {
                add(from, at, number);
                from = at;
            }
            if (!Character.isLetterOrDigit(text.charAt(at)) && ends(at, end)) {
                add(from, at, number);
                from = at + 1;
            }
        }
        add(from, end, number);
    }

    /// A point in a number, or after `sq`, ends nothing.
    private boolean ends(int at, int limit) {
        if (text.charAt(at) == '.'
                && ((at + 1 < limit && Character.isDigit(text.charAt(at + 1)))
                        || (at > 1 && text.regionMatches(true, at - 2, "sq", 0, 2)))) {
            return false;
        }
        return ends.endsAt(at, limit);
    }

    private void add(int from, int to, int section) {
        if (from < to && !text.substring(from, to).isBlank()) {
            var kind = mentions.sections().get(section).kind();
            sentences.add(
                    new Sentence(
                            sentences.size(),
                            new Span(from, to),
                            section,
                            Standing.ofProcedure(kind)));
        }
    }

    String text() {
        return text;
    }

    String textOf(Sentence sentence) {
        return text.substring(sentence.span().start(), sentence.span().end());
    }

    List<Sentence> all() {
        return List.copyOf(sentences);
    }

    /// The sentences of the titles of what was done.
    List<Sentence> titles() {
        return sentences.stream().filter(s -> s.standing() == Standing.TITLE).toList();
    }

    /// The sentence that an occurrence stands in, as a list of one; none where it stands in no
    /// sentence.
    List<Sentence> of(Occurrence occurrence) {
        return sentences.stream()
                .filter(s -> s.span().overlaps(occurrence.span()))
                .limit(1)
                .toList();
    }

    /// The sentences of the same section next to a sentence, those that follow first.
    List<Sentence> beside(Sentence sentence) {
        var beside = new ArrayList<Sentence>();
        for (int step : new int[] {1, -1, 2}) {
            int at = sentence.number() + step;
            if (at >= 0
                    && at < sentences.size()
                    && sentences.get(at).section() == sentence.section()) {
                beside.add(sentences.get(at));
            }
        }
        return beside;
    }
}
