package dev.superbill.adapter.cli;

import dev.superbill.adapter.wire.Api;
import dev.superbill.adapter.wire.Call;
import dev.superbill.adapter.wire.Caller;
import dev.superbill.adapter.wire.ClaimAnswer;
import dev.superbill.adapter.wire.Door;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Checks a claim that a person chose.
@Command(
        name = "check",
        description = "Checks the codes of a claim and prints what the rules say.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private static final String INDENT = " ".repeat(9);

    private final Screen screen;
    private final Supplier<Api> api;

    @Parameters(
            paramLabel = "CLAIM",
            description = "A claim in the interface's own JSON; - is standard input.")
    private String claim = "";

    @Option(names = "--json", description = "Print the interface's own answer.")
    private boolean json;

    CheckCommand(Screen screen, Supplier<Api> api) {
        this.screen = screen;
        this.api = api;
    }

    @Override
    public Integer call() {
        byte[] content;
        try {
            content = Input.read(claim);
        } catch (IOException _) {
            screen.refuse(claim, "the file cannot be read");
            return CommandLineDoor.REFUSED;
        }
        var reply = api.get().answer(Call.claim(Caller.alone().actor(), Door.CLI, content));
        if (json) {
            screen.print(reply.body());
        } else if (reply.successful()) {
            print(reply.read(ClaimAnswer.class));
        } else {
            screen.refuse(claim, reply);
        }
        return Screen.exitCode(reply);
    }

    private void print(ClaimAnswer answer) {
        screen.line(screen.styled("underline", row("CODE", "MOD", "STATUS", "DESCRIPTION")));
        for (var line : answer.lines()) {
            var modifiers = String.join(",", line.modifiers());
            entry(
                    line.code(),
                    line.units() > 1 ? modifiers + " ×" + line.units() : modifiers,
                    line.status(),
                    line.description());
            line.findings().forEach(finding -> screen.finding(INDENT, finding));
        }
        for (var diagnosis : answer.diagnoses()) {
            entry(diagnosis.code(), "", diagnosis.status(), diagnosis.description());
            diagnosis.findings().forEach(finding -> screen.finding(INDENT, finding));
        }
        answer.findings().forEach(finding -> screen.finding("", finding));
        screen.line("Outcome: " + screen.styled("bold", answer.outcome()));
    }

    private void entry(String code, String modifiers, String status, String description) {
        screen.line(
                Plain.cut(row(code, modifiers, status, Plain.text(description)), screen.width()));
    }

    private static String row(String code, String modifiers, String status, String description) {
        return String.format(
                Locale.ROOT, "%-8s %-14s %-8s %s", code, modifiers, status, description);
    }
}
