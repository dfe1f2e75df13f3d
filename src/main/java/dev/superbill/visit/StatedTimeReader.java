package dev.superbill.visit;

import dev.superbill.mention.Concept;
import dev.superbill.mention.Evidence;
import dev.superbill.mention.NoteMentions;
import dev.superbill.note.Encounter;
import dev.superbill.note.Fact;
import dev.superbill.note.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the clinician's total time off the note, or takes the encounter's.
///
/// The minutes stand in the sentence that speaks of the time; of several the nearest count.
final class StatedTimeReader {
    private static final Pattern MINUTES =
            Pattern.compile(
                    "\\b(?:(\\d{1,2})\\s{0,3}h(?:ou)?rs?\\s{0,3}(?:and\\s{1,3})?)?(\\d{1,3})[\\s-]{0,3}min",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern SENTENCE_END =
            Pattern.compile("(?<!\\bmin)\\.(?!\\d)|[;!?]|\\n(?=\\s*[^a-z0-9\\s])|\\n\\s*\\n");
    private static final int REACH = 60;

    private StatedTimeReader() {}

    static Fact<StatedTime> read(NoteMentions mentions, Encounter encounter) {
        for (var occurrence : mentions.concept(Concept.TOTAL_TIME)) {
            var minutes = nearest(mentions.note().text(), occurrence.span());
            if (minutes.isPresent()) {
                return Fact.known(statement(mentions, minutes.get(), occurrence.span()));
            }
        }
        return encounter
                .totalMinutes()
                .told()
                .<Fact<StatedTime>>map(minutes -> Fact.known(new StatedTime(minutes, List.of())))
                .orElseGet(Fact::unknown);
    }

    /// The time of critical care, where the note states it.
    static Fact<StatedTime> critical(NoteMentions mentions) {
        for (var occurrence : mentions.concept(Concept.CRITICAL_CARE)) {
            var minutes = nearest(mentions.note().text(), occurrence.span());
            if (minutes.isPresent()) {
                return Fact.known(statement(mentions, minutes.get(), occurrence.span()));
            }
        }
        return Fact.unknown();
    }

    private static Optional<MatchResult> nearest(String text, Span phrase) {
        return within(MINUTES, text, sentenceStart(text, phrase), sentenceEnd(text, phrase))
                .results()
                .min(Comparator.comparingInt(minutes -> distance(minutes, phrase)));
    }

    private static int sentenceStart(String text, Span phrase) {
        int from = Math.max(0, phrase.start() - REACH);
        return within(SENTENCE_END, text, from, phrase.start())
                .results()
                .mapToInt(MatchResult::end)
                .max()
                .orElse(from);
    }

    private static int sentenceEnd(String text, Span phrase) {
        int to = Math.min(text.length(), phrase.end() + REACH);
        return within(SENTENCE_END, text, phrase.end(), to)
                .results()
                .mapToInt(MatchResult::start)
                .findFirst()
                .orElse(to);
    }

    private static Matcher within(Pattern pattern, String text, int from, int to) {
        return pattern.matcher(text).useTransparentBounds(true).region(from, to);
    }

    private static int distance(MatchResult minutes, Span phrase) {
        return Math.max(
                0, Math.max(phrase.start() - minutes.end(), minutes.start() - phrase.end()));
    }

    private static int total(MatchResult minutes) {
        int hours = minutes.group(1) == null ? 0 : Integer.parseInt(minutes.group(1));
        return 60 * hours + Integer.parseInt(minutes.group(2));
    }

    private static StatedTime statement(NoteMentions mentions, MatchResult minutes, Span phrase) {
        var span =
                new Span(
                        Math.min(phrase.start(), minutes.start()),
                        Math.max(phrase.end(), minutes.end()));
        var section =
                mentions.sections().stream()
                        .filter(candidate -> candidate.span().contains(phrase))
                        .findFirst()
                        .map(found -> found.heading())
                        .orElse("");
        return new StatedTime(
                total(minutes), List.of(Evidence.quoting(mentions.note(), section, span)));
    }
}
