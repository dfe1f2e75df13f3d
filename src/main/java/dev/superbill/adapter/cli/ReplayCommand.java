package dev.superbill.adapter.cli;

import dev.superbill.adapter.wire.Api;
import dev.superbill.adapter.wire.Call;
import dev.superbill.adapter.wire.Caller;
import dev.superbill.adapter.wire.Door;
import dev.superbill.adapter.wire.Json;
import dev.superbill.adapter.wire.trail.ReplayAnswer;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Gives a recorded answer again.
@Command(
        name = "replay",
        description = {
            "Codes a note again with the facts of a recorded answer, and tells what differs.",
            "Exit codes: 0 the same bytes, 1 something differs, 2 the note is another, or there is"
                    + " no such answer."
        },
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    private static final String NOTHING = "nothing";

    private final Screen screen;
    private final Supplier<Api> api;

    @Parameters(paramLabel = "ID", description = "The id of the recorded answer.")
    private String id = "";

    @Option(
            names = "--note",
            required = true,
            paramLabel = "FILE",
            description = "The text of the note, in UTF-8; - is standard input.")
    private String note = "";

    @Option(names = "--json", description = "Print the interface's own answer.")
    private boolean json;

    ReplayCommand(Screen screen, Supplier<Api> api) {
        this.screen = screen;
        this.api = api;
    }

    @Override
    public Integer call() {
        String text;
        try {
            text = Json.decode(Input.read(note));
        } catch (CharacterCodingException _) {
            screen.refuse(note, "the file is not encoded in UTF-8");
            return CommandLineDoor.REFUSED;
        } catch (IOException _) {
            screen.refuse(note, "the file cannot be read");
            return CommandLineDoor.REFUSED;
        }
        var body = Json.write(Map.of("answerId", id, "note", Map.of("text", text)));
        var reply = api.get().answer(Call.replay(Caller.alone().actor(), Door.CLI, body));
        if (json) {
            screen.print(reply.body());
        }
        if (!reply.successful()) {
            if (!json) {
                screen.refuse(id, reply);
            }
            return Screen.exitCode(reply);
        }
        var answer = reply.read(ReplayAnswer.class);
        if (!json) {
            print(answer);
        }
        return answer.outcome().equals(ReplayAnswer.SAME)
                ? CommandLineDoor.DONE
                : CommandLineDoor.FAILED;
    }

    private void print(ReplayAnswer answer) {
        if (answer.outcome().equals(ReplayAnswer.SAME)) {
            screen.line("The same releases give the same bytes: " + answer.sha256());
            return;
        }
        screen.line("The answer differs from the recorded one:");
        for (var difference : answer.differences()) {
            screen.line(
                    Plain.text(
                            "  "
                                    + (difference.pointer().isEmpty()
                                            ? "the headings of sections"
                                            : difference.pointer()
                                                    + ": "
                                                    + said(difference.recorded())
                                                    + " was recorded, "
                                                    + said(difference.now())
                                                    + " is answered")));
        }
    }

    private static String said(@Nullable String value) {
        return Objects.requireNonNullElse(value, NOTHING);
    }
}
