package dev.superbill.adapter.cli;

import dev.superbill.adapter.wire.TrailKeeper;
import dev.superbill.audit.ChainCheck;
import dev.superbill.failure.CodingException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Checks the chains of the audit trail.
@Command(
        name = "verify",
        description = "Reads the audit trail whole and says whether anything of it was changed.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Note a head that is printed somewhere else, and give it to --head later: what was cut off",
            "at the end shows in no other way. Exit code 1: the trail is broken."
        })
final class AuditVerifyCommand implements Callable<Integer> {
    private final Screen screen;
    private final Supplier<TrailKeeper> trail;
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--tenant",
            paramLabel = "NAME",
            description = "The tenant whose chain is read; every tenant's where it is left out.")
    private @Nullable String tenant;

    @Option(
            names = "--head",
            paramLabel = "HASH",
            description = "A head that was noted before: the chain has to go through it.")
    private @Nullable String head;

    AuditVerifyCommand(Screen screen, Supplier<TrailKeeper> trail) {
        this.screen = screen;
        this.trail = trail;
    }

    @Spec
    void spec(CommandSpec own) {
        spec = own;
    }

    @Override
    public Integer call() {
        try {
            return verify(trail.get());
        } catch (CodingException e) {
            screen.refuse("audit", String.valueOf(e.getMessage()));
            return CommandLineDoor.FAILED;
        }
    }

    private int verify(TrailKeeper keeper) {
        var tenants = tenant == null ? keeper.tenants() : List.of(tenant);
        if (head != null && tenants.size() > 1) {
            throw new ParameterException(
                    spec.commandLine(), "--head is one tenant's: name it by --tenant");
        }
        if (tenants.isEmpty()) {
            return verifyNothing();
        }
        screen.line(screen.styled("underline", row("TENANT", "RECORDS", "ERASED", "HEAD")));
        boolean whole = true;
        for (var name : tenants) {
            whole &= verify(keeper, name);
        }
        return whole ? CommandLineDoor.DONE : CommandLineDoor.FAILED;
    }

    private int verifyNothing() {
        if (head == null) {
            screen.line("There are no records.");
            return CommandLineDoor.DONE;
        }
        screen.refuse("audit", "there are no records, and so not the head that was noted");
        return CommandLineDoor.FAILED;
    }

    private boolean verify(TrailKeeper keeper, String name) {
        var check = keeper.check(name);
        screen.line(
                row(
                        Plain.text(name),
                        number(check.records()),
                        number(check.erased()),
                        check.head()));
        check.breaks().forEach(broken -> tell(name, broken));
        if (head != null && !check.head().equals(head) && !keeper.holds(name, head)) {
            screen.refuse(name, "the head that was noted is not in the chain");
            return false;
        }
        return check.whole();
    }

    private void tell(String name, ChainCheck.Break broken) {
        screen.refuse(
                name,
                "record %d (%s): %s"
                        .formatted(broken.sequence(), Plain.text(broken.id()), broken.what()));
    }

    private static String row(String tenant, String records, String erased, String head) {
        return String.format(Locale.ROOT, "%-20s %10s %10s  %s", tenant, records, erased, head);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
