package dev.superbill.adapter.cli;

import dev.superbill.adapter.wire.TrailKeeper;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Holds an answer for a legal matter.
@Command(
        name = "hold",
        description = "Holds everything about an answer: retention erases none of it.",
        mixinStandardHelpOptions = true)
final class HoldCommand implements Callable<Integer> {
    private final Screen screen;
    private final Supplier<TrailKeeper> trail;

    @Parameters(index = "0", paramLabel = "ID", description = "The answer's id.")
    private String answer = "";

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "The matter. It stays on record: nothing of a patient belongs here.")
    private String reason = "";

    @Mixin private TrailPerson person = new TrailPerson();

    HoldCommand(Screen screen, Supplier<TrailKeeper> trail) {
        this.screen = screen;
        this.trail = trail;
    }

    @Override
    public Integer call() {
        return TrailPerson.run(
                screen,
                answer,
                () -> {
                    var change = trail.get().hold(person.tenant(), answer, person.user(), reason);
                    screen.line(
                            switch (change) {
                                case MADE -> Plain.text(answer) + " is held.";
                                case KNOWN -> Plain.text(answer) + " is held already.";
                            });
                });
    }
}
