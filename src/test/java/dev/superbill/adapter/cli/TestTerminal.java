package dev.superbill.adapter.cli;

import dev.superbill.adapter.wire.Api;
import dev.superbill.adapter.wire.CodeBundles;
import dev.superbill.adapter.wire.Sample;
import dev.superbill.adapter.wire.TrailKeeper;
import dev.superbill.audit.AuditTrail;
import dev.superbill.audit.NoteStore;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.function.Supplier;
import picocli.CommandLine.Help.Ansi;

/// Runs commands and keeps what they print.
public final class TestTerminal {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CommandLineDoor door;

    /// A terminal without colours.
    public TestTerminal(Api api) {
        this(api, Ansi.OFF);
    }

    TestTerminal(Api api, Ansi ansi) {
        this(api, ansi, new BundlesOfNothing());
    }

    TestTerminal(Api api, Ansi ansi, CodeBundles bundles) {
        this(() -> api, ansi, bundles, () -> keeper(AuditTrail.none()));
    }

    /// A terminal over an audit trail and without an engine.
    public TestTerminal(TrailKeeper trail) {
        this(
                () -> {
                    throw new IllegalStateException("no engine was asked for");
                },
                Ansi.OFF,
                new BundlesOfNothing(),
                () -> trail);
    }

    private TestTerminal(
            Supplier<Api> api, Ansi ansi, CodeBundles bundles, Supplier<TrailKeeper> trail) {
        door =
                CommandLineDoor.on(
                        new Screen(out, err, ansi, 100), Sample.BUILD, api, bundles, trail);
    }

    /// Looks after a trail.
    public static TrailKeeper keeper(AuditTrail trail) {
        return new TrailKeeper(
                trail, NoteStore::none, InstantSource.fixed(Instant.EPOCH), new Random(1));
    }

    /// Runs a command and tells its exit code.
    public int run(String... args) {
        return door.run(args);
    }

    /// What was printed, as bytes.
    public byte[] bytes() {
        return out.toByteArray();
    }

    /// What was printed.
    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /// What was complained of.
    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
