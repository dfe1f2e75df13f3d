package dev.superbill.adapter.cli;

import dev.superbill.adapter.wire.Api;
import dev.superbill.adapter.wire.Call;
import dev.superbill.adapter.wire.Caller;
import dev.superbill.adapter.wire.CodeAnswer;
import dev.superbill.adapter.wire.Door;
import dev.superbill.code.CodeSystem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows one code.
@Command(
        name = "show",
        description = "Tells what is known of a code on a date.",
        mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
    private final Screen screen;
    private final Supplier<Api> api;

    @Parameters(index = "0", paramLabel = "CODE", description = "Such as 47562, G0105 or K80.10.")
    private String code = "";

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "The service date, such as 2026-06-15; today where it is left out.")
    private @Nullable String date;

    @Option(
            names = "--system",
            paramLabel = "SYSTEM",
            description = "CPT, HCPCS or ICD-10-CM; told by the code's form where it is left out.")
    private @Nullable String system;

    @Option(names = "--json", description = "Print the interface's own answer.")
    private boolean json;

    ShowCommand(Screen screen, Supplier<Api> api) {
        this.screen = screen;
        this.api = api;
    }

    @Override
    public Integer call() {
        var value = code.strip().toUpperCase(Locale.ROOT);
        var path = Api.CODES + (system == null ? systemOf(value).label() : system) + "/" + value;
        Map<String, List<String>> query = date == null ? Map.of() : Map.of("date", List.of(date));
        var reply = api.get().answer(Call.get(Caller.alone().actor(), Door.CLI, path, query));
        if (json) {
            screen.print(reply.body());
        } else if (reply.successful()) {
            new CodeSheet(screen).print(reply.read(CodeAnswer.class));
        } else {
            screen.refuse(code, reply);
        }
        return Screen.exitCode(reply);
    }

    private static CodeSystem systemOf(String value) {
        if (value.matches("[0-9].*")) {
            return CodeSystem.CPT;
        }
        return value.matches("[A-Z][0-9]{4}") ? CodeSystem.HCPCS : CodeSystem.ICD_10_CM;
    }
}
