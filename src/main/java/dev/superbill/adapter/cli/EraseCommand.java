package dev.superbill.adapter.cli;

import dev.superbill.adapter.wire.TrailKeeper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Erases what is past its retention.
@Command(
        name = "erase",
        description =
                "Erases what records from before a date tell, and the notes that they are about.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "What is held stays. The records themselves stay, without their content, so that the",
            "trail can still be verified; the erasure is a record too."
        })
final class EraseCommand implements Callable<Integer> {
    private final Screen screen;
    private final Supplier<TrailKeeper> trail;

    @Option(
            names = "--before",
            required = true,
            paramLabel = "DATE",
            description = "Such as 2020-01-01; its beginning in UTC counts.")
    private LocalDate before = LocalDate.MIN;

    @Option(
            names = "--tenant",
            paramLabel = "NAME",
            description = "Whose; every tenant's where it is left out.")
    private @Nullable String tenant;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "Who does it; the user of this machine where it is left out.")
    private @Nullable String user;

    EraseCommand(Screen screen, Supplier<TrailKeeper> trail) {
        this.screen = screen;
        this.trail = trail;
    }

    @Override
    public Integer call() {
        return TrailPerson.run(
                screen,
                "audit",
                () -> erase(trail.get(), before.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    private void erase(TrailKeeper keeper, Instant time) {
        var tenants = tenant == null ? keeper.tenants() : List.of(tenant);
        if (tenants.isEmpty()) {
            screen.line("There are no records.");
        }
        var person = user == null ? System.getProperty("user.name", "local") : user;
        for (var name : tenants) {
            var erasure = keeper.erase(name, time, person);
            screen.line(
                    String.format(
                            Locale.ROOT, "%s: %,d erased", Plain.text(name), erasure.contents()));
        }
    }
}
