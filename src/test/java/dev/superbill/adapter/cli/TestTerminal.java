package dev.superbill.adapter.cli;

import dev.superbill.adapter.wire.Api;
import dev.superbill.adapter.wire.CodeBundles;
import dev.superbill.adapter.wire.Sample;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
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
        door =
                CommandLineDoor.on(
                        new Screen(out, err, ansi, 100), Sample.BUILD, () -> api, bundles);
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
