package dev.superbill.adapter.quarkus;

import dev.superbill.adapter.cli.CommandLineDoor;
import dev.superbill.adapter.store.official.BundleBuild;
import dev.superbill.adapter.wire.Build;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Map;

/// Opens the door that the arguments name: none or `serve` the server, anything else the command
/// line.
@QuarkusMain
public final class Superbill {
    private static final Map<String, String> NO_SERVER =
            Map.of(
                    "quarkus.http.host-enabled", "false",
                    "quarkus.oidc.tenant-enabled", "false");
    private static final Map<String, String> NO_STORE_UNLESS_NAMED =
            Map.of("superbill.store.otherwise", "none");
    private static final Map<String, String> QUIET =
            Map.of(
                    "quarkus.banner.enabled", "false",
                    "quarkus.log.level", "ERROR",
                    "quarkus.log.console.stderr", "true");

    private Superbill() {}

    /// Starts the process.
    public static void main(String... args) {
        CMemory.share();
        // Before anything logs: the packaged jar starts here, not in Quarkus.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        var door =
                CommandLineDoor.open(
                                Build.ofClassPath(),
                                () -> {
                                    throw new IllegalStateException("the engine was not started");
                                },
                                new BundleBuild(),
                                () -> {
                                    throw new IllegalStateException("the store was not opened");
                                })
                        .learning(() -> {
                            throw new IllegalStateException("the store was not opened");
                        });
        switch (door.needs(args)) {
            case SERVER -> {
                if (LambdaPollLoop.wanted()) {
                    set(NO_SERVER);
                    set(NO_STORE_UNLESS_NAMED);
                }
                Quarkus.run(Server.class);
            }
            case ENGINE -> {
                set(NO_STORE_UNLESS_NAMED);
                run(args);
            }
            case STORE -> run(args);
            case NOTHING -> System.exit(door.run(args));
        }
    }

    private static void run(String... args) {
        set(NO_SERVER);
        set(QUIET);
        Quarkus.run(Terminal.class, args);
    }

    private static void set(Map<String, String> settings) {
        settings.forEach(System::setProperty);
    }
}
