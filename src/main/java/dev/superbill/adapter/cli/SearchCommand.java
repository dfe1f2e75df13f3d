package dev.superbill.adapter.cli;

import dev.superbill.adapter.wire.Api;
import dev.superbill.adapter.wire.Call;
import dev.superbill.adapter.wire.Caller;
import dev.superbill.adapter.wire.Door;
import dev.superbill.adapter.wire.SearchAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Finds codes by words.
@Command(
        name = "search",
        description = "Finds codes by words, abbreviations, or the beginning of a code.",
        mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {
    private static final int BEFORE_DESCRIPTION = 27;

    private final Screen screen;
    private final Supplier<Api> api;

    @Parameters(
            arity = "1..*",
            paramLabel = "WORDS",
            description = "Such as: gall bladder removal scope.")
    private List<String> words = List.of();

    @Option(
            names = "--system",
            split = ",",
            paramLabel = "SYSTEM",
            description = "CPT, HCPCS or ICD-10-CM, or several; all where it is left out.")
    private List<String> systems = List.of();

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "The service date, such as 2026-06-15; today where it is left out.")
    private @Nullable String date;

    @Option(
            names = "--limit",
            paramLabel = "COUNT",
            description = "The most codes printed, up to 100; 20 where it is left out.")
    private @Nullable String limit;

    @Option(
            names = "--cursor",
            paramLabel = "CURSOR",
            description = "The next of the page before, as --json prints it.")
    private @Nullable String cursor;

    @Option(names = "--json", description = "Print the interface's own answer.")
    private boolean json;

    SearchCommand(Screen screen, Supplier<Api> api) {
        this.screen = screen;
        this.api = api;
    }

    @Override
    public Integer call() {
        var query = String.join(" ", words);
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("q", List.of(query));
        if (!systems.isEmpty()) {
            parameters.put("system", systems);
        }
        put(parameters, "date", date);
        put(parameters, "limit", limit);
        put(parameters, "cursor", cursor);
        var reply =
                api.get()
                        .answer(Call.get(Caller.alone().actor(), Door.CLI, Api.SEARCH, parameters));
        if (json) {
            screen.print(reply.body());
        } else if (reply.successful()) {
            print(reply.read(SearchAnswer.class));
        } else {
            screen.refuse(query, reply);
        }
        return Screen.exitCode(reply);
    }

    private static void put(
            Map<String, List<String>> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, List.of(value));
        }
    }

    private void print(SearchAnswer answer) {
        if (answer.items().isEmpty()) {
            screen.line("No code is found by these words.");
        } else {
            screen.line(screen.styled("underline", row("SYSTEM", "CODE", "SCORE", "DESCRIPTION")));
        }
        for (var item : answer.items()) {
            var description =
                    item.billable() ? item.description() : item.description() + " (header)";
            var lines =
                    Plain.wrapped(
                            Plain.text(description),
                            Math.max(20, screen.width() - BEFORE_DESCRIPTION));
            var score = String.format(Locale.ROOT, "%.3f", item.score());
            screen.line(row(item.system(), item.code(), score, lines.getFirst()));
            lines.stream()
                    .skip(1)
                    .forEach(line -> screen.line(" ".repeat(BEFORE_DESCRIPTION) + line));
        }
        var warnings = answer.warnings();
        if (warnings != null) {
            warnings.forEach(
                    warning -> screen.line(screen.styled("fg(yellow)", "! ") + warning.detail()));
        }
    }

    private static String row(String system, String code, String score, String description) {
        return String.format(Locale.ROOT, "%-10s %-8s %5s  %s", system, code, score, description);
    }
}
