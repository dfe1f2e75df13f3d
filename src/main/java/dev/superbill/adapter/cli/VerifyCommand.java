package dev.superbill.adapter.cli;

import dev.superbill.adapter.wire.BundleRefusedException;
import dev.superbill.adapter.wire.CodeBundles;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Checks a bundle.
@Command(
        name = "verify",
        description = "Reads a bundle whole and compares it with its checksum.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    private final Screen screen;
    private final CodeBundles bundles;

    @Parameters(index = "0", paramLabel = "FILE", description = "A bundle.")
    private Path bundle = Path.of("");

    VerifyCommand(Screen screen, CodeBundles bundles) {
        this.screen = screen;
        this.bundles = bundles;
    }

    @Override
    public Integer call() {
        try {
            var verified = bundles.verify(bundle);
            screen.line(
                    String.format(
                            Locale.ROOT,
                            "%s is whole: %,d bytes, SHA-256 %s",
                            Plain.text(verified.bundle().toString()),
                            verified.bytes(),
                            verified.checksum()));
            return CommandLineDoor.DONE;
        } catch (BundleRefusedException e) {
            new BundleSheet(screen).refuse(e.flaws());
            return CommandLineDoor.REFUSED;
        }
    }
}
