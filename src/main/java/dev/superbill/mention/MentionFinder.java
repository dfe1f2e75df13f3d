package dev.superbill.mention;

import dev.superbill.note.Note;
import dev.superbill.note.Span;
import dev.superbill.section.Section;
import dev.superbill.section.SectionKind;
import dev.superbill.section.Sentences;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds every phrase of the lexicon in one pass over the sections of a note.
///
/// Safe for use by many threads: each call works on arrays of its own.
public final class MentionFinder {
    private static final int FEWEST_REPEATED = 4;

    private final Lexicon lexicon;
    private final AssertionTagger tagger;

    /// @param lexicon the phrases to find
    public MentionFinder(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.tagger = new AssertionTagger(lexicon);
    }

    /// Finds the mentions of a note, section by section; no phrase reaches over a sentence or a
    /// section. A sentence said again in a section of the same kind says nothing new: notes are
    /// pasted, whole or in part.
    public NoteMentions find(Note note, List<Section> sections) {
        return new NoteMentions(note, sections, lexicon, scan(note, sections));
    }

    /// The mentions of no note at all.
    public NoteMentions none() {
        return new NoteMentions(new Note("", "-"), List.of(), lexicon, List.of());
    }

    /// The mentions alone, in the order in which their sentences end.
    List<Mention> scan(Note note, List<Section> sections) {
        var scan = new Scan(note.text());
        var mentions = new ArrayList<Mention>();
        for (int i = 0; i < sections.size(); i++) {
            scan.section(sections.get(i), i, mentions);
        }
        return mentions;
    }

    /// A sentence said in the sections of a kind.
    private record Said(SectionKind kind, long hash) {}

    /// A phrase found, by its place among the content words of its sentence.
    record Hit(int phrase, int from, int to) {}

    private final class Scan {
        private final String text;
        private final Sentences sentences;
        private final char[] word = new char[Words.MAX_LENGTH];

        /// The hash of each beginning of the word, by its length.
        private final long[] hashes = new long[Words.MAX_LENGTH + 1];

        private int[] starts = new int[64];
        private int[] ends = new int[64];
        private final List<Hit> hits = new ArrayList<>();
        private final List<SideWord> sides = new ArrayList<>();
        private int words;
        private int state;
        private int sentence;
        private boolean with;
        private SectionKind kind = SectionKind.OTHER;
        private long sentenceHash;
        private int sentenceWords;
        private final Set<Said> said = new HashSet<>();

        Scan(String text) {
            this.text = text;
            this.sentences = Sentences.of(text);
            this.hashes[0] = Words.start();
        }

        void section(Section section, int index, List<Mention> mentions) {
            // The heading is a sentence of its own: "HISTORY:" does not make its section history.
            int at = section.span().start();
            int end = section.span().end();
            kind = section.kind();
            while (at < end) {
                if (at == section.bodyStart()) {
                    close(index, mentions);
                }
                char c = text.charAt(at);
                if (Character.isLetterOrDigit(c)) {
                    at = readWord(at, end);
                } else {
                    if (sentences.endsAt(at, end)) {
                        close(index, mentions);
                    }
                    at++;
                }
            }
            close(index, mentions);
        }

        private int readWord(int start, int limit) {
            int end = Math.min(Words.wordEnd(text, start), limit);
            int length = Math.min(end - start, Words.MAX_LENGTH);
            for (int i = 0; i < length; i++) {
                set(i, lower(text.charAt(start + i)));
            }
            sentenceHash = 31 * sentenceHash + hashes[length];
            sentenceWords++;
            int next = afterPossessive(end, limit);
            var wordKind = WordKind.of(hashes[length], length);
            boolean afterWith = with;
            with = wordKind == WordKind.WITH || (with && wordKind == WordKind.AND);
            switch (wordKind) {
                case FILLER, WITH, AND -> {}
                case LEFT, RIGHT, BOTH -> sides.add(new SideWord(words, wordKind.side()));
                case BILATERALLY -> {
                    sides.add(new SideWord(words, wordKind.side()));
                    push(start, end, length);
                }
                case WITHOUT -> {
                    if (afterWith) {
                        pushWithAndWithout(start, end);
                    } else {
                        push(start, end, length);
                    }
                }
                case CONTENT -> pushNormalised(start, end, length);
            }
            return next;
        }

        private void set(int place, char letter) {
            word[place] = letter;
            hashes[place + 1] = Words.step(hashes[place], letter);
        }

        private int afterPossessive(int end, int limit) {
            boolean possessive =
                    end + 1 < limit
                            && isApostrophe(text.charAt(end))
                            && lower(text.charAt(end + 1)) == 's';
            return possessive ? end + 2 : end;
        }

        private void pushNormalised(int start, int end, int length) {
            int kept = Words.normalise(word, length);
            set(kept - 1, word[kept - 1]);
            push(start, end, kept);
        }

        /// "With and without" is neither "with" nor "without": it is read as its abbreviation, `w
        /// wo`.
        private void pushWithAndWithout(int start, int end) {
            set(0, 'w');
            push(start, end, 1);
            set(1, 'o');
            push(start, end, 2);
        }

        private void push(int start, int end, int length) {
            if (words == starts.length) {
                starts = Arrays.copyOf(starts, words * 2);
                ends = Arrays.copyOf(ends, words * 2);
            }
            starts[words] = start;
            ends[words] = end;
            words++;
            state = lexicon.next(state, lexicon.word(hashes, length));
            for (int out = lexicon.firstOutput(state); out != 0; out = lexicon.nextOutput(out)) {
                for (int i = lexicon.outputsFrom(out); i < lexicon.outputsTo(out); i++) {
                    int phrase = lexicon.output(i);
                    hits.add(new Hit(phrase, words - lexicon.length(phrase), words));
                }
            }
        }

        private void close(int section, List<Mention> mentions) {
            boolean repeated = isRepeated();
            if (!hits.isEmpty() && !repeated) {
                var assertions = tagger.tag(hits);
                for (int i = 0; i < hits.size(); i++) {
                    var hit = hits.get(i);
                    if (lexicon.cue(hit.phrase) == 0) {
                        var span = new Span(starts[hit.from], ends[hit.to - 1]);
                        mentions.add(
                                new Mention(
                                        hit.phrase,
                                        span,
                                        section,
                                        sentence,
                                        assertions[i],
                                        SideWord.nearest(sides, hit)));
                    }
                }
            }
            hits.clear();
            if (words > 0 || !sides.isEmpty()) {
                sentence++;
            }
            words = 0;
            with = false;
            state = 0;
            sides.clear();
            sentenceHash = 0;
            sentenceWords = 0;
        }

        /// Whether a sentence of some length was said before, under no heading or under one of the
        /// same kind.
        private boolean isRepeated() {
            if (sentenceWords < FEWEST_REPEATED) {
                return false;
            }
            boolean opening = said.contains(new Said(SectionKind.OTHER, sentenceHash));
            return !said.add(new Said(kind, sentenceHash)) || opening;
        }
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019';
    }

    private static char lower(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
        }
        return Character.toLowerCase(c);
    }
}
