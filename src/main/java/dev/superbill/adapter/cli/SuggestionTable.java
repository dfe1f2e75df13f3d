package dev.superbill.adapter.cli;

import dev.superbill.adapter.wire.SuggestionAnswer;
import dev.superbill.adapter.wire.SuggestionAnswer.Evidence;
import dev.superbill.adapter.wire.SuggestionAnswer.Finding;
import dev.superbill.adapter.wire.SuggestionAnswer.Modifier;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// An answer as a coder reads it: a line a code, under it the words of the note and what is
/// missing.
final class SuggestionTable {
    private static final String ROW = "%-8s %-8s %5s  %s  %s";
    private static final int BEFORE_DESCRIPTION = 34;
    private static final int DECISION_WIDTH = 8;
    private static final String INDENT = "         ";
    private static final int MOST_QUOTES = 2;

    private final Screen screen;

    SuggestionTable(Screen screen) {
        this.screen = screen;
    }

    void print(String name, String date, SuggestionAnswer answer) {
        screen.line(
                screen.styled("bold", Plain.text(name))
                        + "  "
                        + date
                        + "  "
                        + kind(answer.classification()));
        if (answer.lines().isEmpty() && answer.diagnoses().isEmpty()) {
            screen.line("No code is supported by this note.");
        } else {
            screen.line(
                    screen.styled(
                            "underline", row("CODE", "MOD", "CONF", "DECISION", "DESCRIPTION")));
        }
        for (var line : answer.lines()) {
            entry(
                    line.code(),
                    line.modifiers().stream().map(Modifier::code).collect(Collectors.joining(","))
                            + (line.units() > 1 ? " ×" + line.units() : ""),
                    line.confidence(),
                    line.decision(),
                    line.description());
            notes(line.evidence(), line.findings());
        }
        for (var diagnosis : answer.diagnoses()) {
            entry(
                    diagnosis.code(),
                    "",
                    diagnosis.confidence(),
                    diagnosis.decision(),
                    diagnosis.description());
            notes(diagnosis.evidence(), diagnosis.findings());
        }
        answer.findings().forEach(finding -> screen.finding("", finding));
        routing(answer.routing());
        screen.line("");
    }

    private static String kind(SuggestionAnswer.Classification classification) {
        var type = classification.noteType();
        return type == null ? "no classifier" : type.label() + " " + score(type.score());
    }

    private void entry(
            String code, String modifiers, double confidence, String decision, String description) {
        int width = Math.max(20, screen.width() - BEFORE_DESCRIPTION);
        var lines = Plain.wrapped(Plain.text(description), width);
        screen.line(
                String.format(
                        Locale.ROOT,
                        ROW,
                        code,
                        modifiers,
                        score(confidence),
                        decision(decision),
                        lines.getFirst()));
        lines.stream().skip(1).forEach(line -> screen.line(" ".repeat(BEFORE_DESCRIPTION) + line));
    }

    private static String row(
            String code, String modifiers, String confidence, String decision, String text) {
        return String.format(Locale.ROOT, ROW, code, modifiers, confidence, decision, text);
    }

    private String decision(String decision) {
        var style =
                switch (decision) {
                    case "suggest" -> "fg(green)";
                    case "review" -> "fg(yellow)";
                    default -> "fg(red)";
                };
        return screen.styled(style, decision) + " ".repeat(DECISION_WIDTH - decision.length());
    }

    private void notes(List<Evidence> evidence, List<Finding> findings) {
        evidence.stream().limit(MOST_QUOTES).forEach(this::quote);
        if (evidence.size() > MOST_QUOTES) {
            screen.line(
                    INDENT
                            + screen.styled(
                                    "faint", "and " + (evidence.size() - MOST_QUOTES) + " more"));
        }
        findings.forEach(finding -> screen.finding(INDENT, finding));
    }

    private void quote(Evidence evidence) {
        var quote = evidence.quote();
        var where = evidence.section().isEmpty() ? "" : Plain.text(evidence.section()) + ": ";
        var words =
                quote == null
                        ? evidence.start() + "–" + evidence.end()
                        : "“" + Plain.text(quote) + "”";
        screen.line(
                INDENT
                        + screen.styled(
                                "faint",
                                Plain.cut(where + words, screen.width() - INDENT.length())));
    }

    private void routing(SuggestionAnswer.Routing routing) {
        screen.line(
                "Routing: "
                        + screen.styled("bold", routing.outcome())
                        + routing.reasons().stream()
                                .map(reason -> "; " + Plain.text(reason))
                                .collect(Collectors.joining()));
    }

    private static String score(double score) {
        return String.format(Locale.ROOT, "%.2f", score);
    }
}
