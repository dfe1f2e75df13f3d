package dev.superbill.adapter.cli;

import dev.superbill.adapter.wire.Api;
import dev.superbill.adapter.wire.Call;
import dev.superbill.adapter.wire.Caller;
import dev.superbill.adapter.wire.Door;
import dev.superbill.adapter.wire.Json;
import dev.superbill.adapter.wire.Reply;
import dev.superbill.adapter.wire.SuggestionAnswer;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Codes notes.
@Command(
        name = "code",
        description = "Codes notes and prints a table.",
        mixinStandardHelpOptions = true)
final class CodeCommand implements Callable<Integer> {

    /// Whether the group has seen the patient in the past three years.
    private enum Acquaintance {
        NEW,
        ESTABLISHED
    }

    private final Screen screen;
    private final Supplier<Api> api;

    @Parameters(
            arity = "1..*",
            paramLabel = "NOTE",
            description = "Text files in UTF-8; - is standard input.")
    private List<String> notes = List.of();

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "The service date, such as 2026-06-15; today where it is left out.")
    private @Nullable String date;

    @Option(
            names = "--place",
            paramLabel = "POS",
            description = "The place of service, such as 22.")
    private @Nullable String place;

    @Option(names = "--payer", paramLabel = "PAYER", description = "Such as medicare.")
    private @Nullable String payer;

    @Option(names = "--specialty", paramLabel = "NAME", description = "The clinician's specialty.")
    private @Nullable String specialty;

    @Option(names = "--age", paramLabel = "YEARS", description = "The patient's age.")
    private @Nullable Integer age;

    @Option(names = "--sex", paramLabel = "SEX", description = "female, male or other.")
    private @Nullable String sex;

    @Option(
            names = "--patient",
            paramLabel = "KIND",
            description = "new or established: seen by the group in the past three years.")
    private @Nullable Acquaintance acquaintance;

    @Option(
            names = "--minutes",
            paramLabel = "MINUTES",
            description = "The clinician's total time on that date.")
    private @Nullable Integer minutes;

    @Option(names = "--claim", paramLabel = "TYPE", description = "professional or facility.")
    private @Nullable String claim;

    @Option(names = "--max-lines", paramLabel = "COUNT", description = "The most lines printed.")
    private @Nullable Integer maxLines;

    @Option(names = "--classifier", paramLabel = "WHICH", description = "default or none.")
    private @Nullable String classifier;

    @Option(names = "--json", description = "Print the interface's own answers, one a line.")
    private boolean json;

    @Option(
            names = "--requests",
            description = "The files are requests of the interface in JSON, not plain notes.")
    private boolean requests;

    CodeCommand(Screen screen, Supplier<Api> api) {
        this.screen = screen;
        this.api = api;
    }

    @Override
    public Integer call() {
        int worst = CommandLineDoor.DONE;
        for (var note : notes) {
            worst = worse(worst, code(note));
        }
        return worst;
    }

    /// A failure of ours weighs more than a bad note.
    private static int worse(int one, int other) {
        if (one == CommandLineDoor.FAILED || other == CommandLineDoor.FAILED) {
            return CommandLineDoor.FAILED;
        }
        return Math.max(one, other);
    }

    private int code(String name) {
        byte[] content;
        try {
            content = Input.read(name);
        } catch (IOException _) {
            screen.refuse(name, "the file cannot be read");
            return CommandLineDoor.REFUSED;
        }
        var reply =
                api.get()
                        .answer(
                                Call.suggestions(
                                        Caller.alone().actor(),
                                        Door.CLI,
                                        requests ? content : request(content)));
        print(name, reply);
        return Screen.exitCode(reply);
    }

    private void print(String name, Reply reply) {
        if (json) {
            screen.print(reply.body());
        } else if (reply.successful()) {
            new SuggestionTable(screen).print(name, date(), reply.read(SuggestionAnswer.class));
        } else {
            screen.refuse(name, reply);
        }
    }

    /// The request that a plain note makes. Bytes that are no text go as they are: the interface
    /// says what is wrong.
    private byte[] request(byte[] content) {
        if (content.length > Api.MAX_BODY) {
            return content;
        }
        String text;
        try {
            text = Json.decode(content);
        } catch (CharacterCodingException _) {
            return content;
        }
        var patient = new LinkedHashMap<String, Object>();
        put(patient, "ageYears", age);
        put(patient, "sex", sex);
        put(
                patient,
                "established",
                acquaintance == null ? null : acquaintance == Acquaintance.ESTABLISHED);
        var encounter = new LinkedHashMap<String, Object>();
        put(encounter, "serviceDate", date());
        put(encounter, "placeOfService", place);
        put(encounter, "payer", payer);
        put(encounter, "specialty", specialty);
        put(encounter, "patient", patient.isEmpty() ? null : patient);
        put(encounter, "claimType", claim);
        put(encounter, "totalMinutes", minutes);
        var options = new LinkedHashMap<String, Object>();
        put(options, "maxLines", maxLines);
        put(options, "classifier", classifier);
        return Json.write(
                Map.of(
                        "encounter", encounter,
                        "note", Map.of("text", text),
                        "options", options));
    }

    private String date() {
        return date == null ? LocalDate.now(ZoneId.systemDefault()).toString() : date;
    }

    private static void put(Map<String, Object> object, String field, @Nullable Object value) {
        if (value != null) {
            object.put(field, value);
        }
    }
}
