package dev.superbill.adapter.cli;

import dev.superbill.adapter.wire.Problem;
import dev.superbill.adapter.wire.Reply;
import dev.superbill.adapter.wire.SuggestionAnswer;
import java.io.Console;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/// Where a command prints. Colours are for people: they stop where the output is piped or
/// `NO_COLOR` is set.
final class Screen {
    private static final int DEFAULT_WIDTH = 100;
    private static final int LEAST_WIDTH = 60;
    private static final int MOST_WIDTH = 160;

    private final OutputStream bytes;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Ansi ansi;
    private final int width;

    Screen(OutputStream out, OutputStream err, Ansi ansi, int width) {
        this.bytes = out;
        this.out = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.err = new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
        this.ansi = ansi;
        this.width = width;
    }

    static Screen standard() {
        return new Screen(System.out, System.err, ansi(System.getenv()), width(System.getenv()));
    }

    private static Ansi ansi(Map<String, String> environment) {
        boolean person =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        boolean refused =
                !environment.getOrDefault("NO_COLOR", "").isEmpty()
                        || environment.getOrDefault("TERM", "").equals("dumb");
        return person && !refused ? Ansi.ON : Ansi.OFF;
    }

    private static int width(Map<String, String> environment) {
        var columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[0-9]{1,4}")
                ? Math.clamp(Integer.parseInt(columns), LEAST_WIDTH, MOST_WIDTH)
                : DEFAULT_WIDTH;
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    int width() {
        return width;
    }

    ColorScheme colours() {
        return Help.defaultColorScheme(ansi);
    }

    /// The text in a style of picocli's, such as `bold` or `fg(red)`.
    String styled(String style, String text) {
        return ansi.enabled()
                ? Ansi.Style.on(Ansi.Style.parse(style))
                        + text
                        + Ansi.Style.off(Ansi.Style.parse(style))
                : text;
    }

    void line(String text) {
        out.println(text);
    }

    /// Prints what a rule says.
    void finding(String indent, SuggestionAnswer.Finding finding) {
        var style =
                switch (finding.severity()) {
                    case "block" -> "fg(red)";
                    case "warn" -> "fg(yellow)";
                    default -> "faint";
                };
        var remedy = finding.remedy() == null ? "" : " → " + finding.remedy();
        var text = finding.rule() + ": " + finding.message() + remedy;
        for (var line : Plain.wrapped(Plain.text(text), width - indent.length() - 2)) {
            line(indent + styled(style, "! ") + line);
        }
    }

    /// Prints bytes as they are, and a line's end.
    void print(byte[] answer) {
        out.flush();
        try {
            bytes.write(answer);
            bytes.write('\n');
            bytes.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Says why a call was refused.
    void refuse(String subject, Reply reply) {
        var problem = reply.read(Problem.class);
        refuse(subject, problem.title() + ". " + problem.detail());
        for (var error : problem.errors()) {
            err.println(
                    "  "
                            + (error.pointer().isEmpty() ? "body" : error.pointer())
                            + " "
                            + error.detail());
        }
        var editions = problem.editions();
        if (editions != null) {
            editions.forEach(edition ->
                    err.println(
                            "  "
                                    + edition.edition()
                                    + " covers "
                                    + edition.effectiveFrom()
                                    + " to "
                                    + edition.effectiveTo()));
        }
    }

    /// Writes a line over the one written before. Nobody but a person at a terminal sees it.
    void overwrite(String text) {
        if (ansi.enabled()) {
            out.flush();
            err.print("\r" + text + "\u001B[K");
            err.flush();
        }
    }

    void refuse(String subject, String reason) {
        out.flush();
        err.println("superbill: " + Plain.text(subject) + ": " + reason);
    }

    void flush() {
        out.flush();
        err.flush();
    }

    static int exitCode(Reply reply) {
        if (reply.successful()) {
            return CommandLineDoor.DONE;
        }
        return reply.failed() ? CommandLineDoor.FAILED : CommandLineDoor.REFUSED;
    }
}
