package dev.superbill.adapter.cli;

import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// For whom, and as whom, a command writes to the audit trail.
final class TrailPerson {
    private static final String ALONE = "local";

    @Option(
            names = "--tenant",
            paramLabel = "NAME",
            description = "Whose it is; local where it is left out.")
    private String tenant = ALONE;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "Who does it; the user of this machine where it is left out.")
    private @Nullable String user;

    String tenant() {
        return tenant;
    }

    String user() {
        return user == null ? System.getProperty("user.name", ALONE) : user;
    }

    /// Does something, and says why it cannot be done.
    static int run(Screen screen, String subject, Runnable what) {
        try {
            what.run();
            return CommandLineDoor.DONE;
        } catch (CodingException e) {
            screen.refuse(subject, String.valueOf(e.getMessage()));
            return e.fault() == Fault.STORE_UNAVAILABLE
                    ? CommandLineDoor.FAILED
                    : CommandLineDoor.REFUSED;
        }
    }
}
