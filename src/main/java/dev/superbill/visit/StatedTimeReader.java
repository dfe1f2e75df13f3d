package dev.superbill.visit;

import dev.superbill.mention.Concept;
import dev.superbill.mention.Evidence;
import dev.superbill.mention.NoteMentions;
import dev.superbill.note.Encounter;
import dev.superbill.note.Fact;
import dev.superbill.note.Span;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the clinician's total time off the note, or takes the encounter's.
final class StatedTimeReader {
    private static final Pattern MINUTES =
            Pattern.compile("\\b(\\d{1,3})[\\s-]{0,3}min", Pattern.CASE_INSENSITIVE);
    private static final int REACH = 60;

    private StatedTimeReader() {}

    static Fact<StatedTime> read(NoteMentions mentions, Encounter encounter) {
        for (var occurrence : mentions.concept(Concept.TOTAL_TIME)) {
            var text = mentions.note().text();
            int from = Math.max(0, occurrence.span().start() - REACH);
            int to = Math.min(text.length(), occurrence.span().end() + REACH);
            var matcher = MINUTES.matcher(text).region(from, to);
            if (matcher.find()) {
                return Fact.known(statement(mentions, matcher, occurrence.span()));
            }
        }
        return encounter
                .totalMinutes()
                .told()
                .<Fact<StatedTime>>map(minutes -> Fact.known(new StatedTime(minutes, List.of())))
                .orElseGet(Fact::unknown);
    }

    private static StatedTime statement(NoteMentions mentions, Matcher minutes, Span phrase) {
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
                Integer.parseInt(minutes.group(1)),
                List.of(Evidence.quoting(mentions.note(), section, span)));
    }
}
