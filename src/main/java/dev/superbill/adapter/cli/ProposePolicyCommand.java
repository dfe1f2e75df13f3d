package dev.superbill.adapter.cli;

import dev.superbill.adapter.wire.CaseSource;
import dev.superbill.adapter.wire.analytics.PolicyText;
import dev.superbill.analytics.PolicyProposal;
import dev.superbill.failure.CodingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Proposes a policy.
@Command(
        name = "propose",
        description = "Proposes a policy from what coders billed and payers denied.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Nothing changes by itself. Read the file, take out what should not be, fill in approvedBy",
            "and approvedOn, and name it in superbill.policy. A policy only sends more to review."
        })
final class ProposePolicyCommand implements Callable<Integer> {
    private final Screen screen;
    private final Supplier<CaseSource> cases;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Where the policy goes; the screen where this is not given. It must not exist.")
    private Path out = Path.of("");

    ProposePolicyCommand(Screen screen, Supplier<CaseSource> cases) {
        this.screen = screen;
        this.cases = cases;
    }

    @Override
    public Integer call() {
        try {
            var recorded = cases.get().read();
            var policy =
                    PolicyProposal.of(
                            recorded.cases(), recorded.firstSequence(), recorded.lastSequence());
            var text = PolicyText.write(policy);
            if (out.toString().isEmpty()) {
                screen.print(text.getBytes(StandardCharsets.UTF_8));
                return CommandLineDoor.DONE;
            }
            // An approved policy is never written over.
            Files.write(
                    out,
                    text.getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
            screen.line(
                    Plain.text(out.toString())
                            + ": "
                            + policy.entries().size()
                            + " entries from "
                            + policy.made().signedCases()
                            + " signed cases, not approved");
            return CommandLineDoor.DONE;
        } catch (CodingException e) {
            screen.refuse("policy", String.valueOf(e.getMessage()));
            return CommandLineDoor.FAILED;
        } catch (FileAlreadyExistsException _) {
            screen.refuse(out.toString(), "is there already");
            return CommandLineDoor.REFUSED;
        } catch (IOException _) {
            screen.refuse(out.toString(), "cannot be written");
            return CommandLineDoor.REFUSED;
        }
    }
}
