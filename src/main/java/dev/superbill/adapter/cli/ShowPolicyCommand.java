package dev.superbill.adapter.cli;

import dev.superbill.adapter.wire.Json;
import dev.superbill.adapter.wire.ProblemException;
import dev.superbill.adapter.wire.analytics.PolicyText;
import dev.superbill.decision.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Shows a policy, and says whether it could take effect.
@Command(
        name = "show",
        description = "Shows what a policy would do, and what speaks for it.",
        mixinStandardHelpOptions = true)
final class ShowPolicyCommand implements Callable<Integer> {
    private final Screen screen;

    @Parameters(index = "0", paramLabel = "FILE", description = "A policy.")
    private Path file = Path.of("");

    ShowPolicyCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        try {
            print(PolicyText.read(Json.decode(Files.readAllBytes(file))));
            return CommandLineDoor.DONE;
        } catch (ProblemException e) {
            e.problem()
                    .errors()
                    .forEach(at ->
                            screen.refuse(
                                    file.toString(),
                                    Plain.text((at.pointer() + " " + at.detail()).strip())));
            return CommandLineDoor.REFUSED;
        } catch (IOException _) {
            screen.refuse(file.toString(), "cannot be read");
            return CommandLineDoor.REFUSED;
        }
    }

    private void print(Policy policy) {
        screen.line(
                String.format(
                        Locale.ROOT,
                        "schema %d, records %d to %d, %,d signed cases, %,d lines",
                        policy.schema(),
                        policy.made().firstSequence(),
                        policy.made().lastSequence(),
                        policy.made().signedCases(),
                        policy.made().lines()));
        screen.line(
                switch (policy.approval()) {
                    case GIVEN ->
                            "approved by "
                                    + Plain.text(policy.approvedBy())
                                    + " on "
                                    + policy.approvedOn();
                    case PENDING -> "not approved: it takes no effect";
                });
        policy.entries().forEach(this::print);
    }

    private void print(Policy.Entry entry) {
        var evidence = entry.evidence();
        var subject = entry.rule().isEmpty() ? entry.code() : entry.rule();
        screen.line(
                screen.styled("bold", Plain.text(entry.action().label() + " " + subject))
                        + (entry.payer().isEmpty() ? "" : " for " + Plain.text(entry.payer()))
                        + (entry.action() == Policy.Action.RAISE_THRESHOLD
                                ? String.format(Locale.ROOT, " to %.2f", entry.suggestFrom())
                                : "")
                        + ": "
                        + Plain.text(entry.because())
                        + String.format(
                                Locale.ROOT,
                                " (%s %d of %d, %.3f to %.3f)",
                                Plain.text(evidence.of()),
                                evidence.hits(),
                                evidence.observations(),
                                evidence.low(),
                                evidence.high()));
    }
}
