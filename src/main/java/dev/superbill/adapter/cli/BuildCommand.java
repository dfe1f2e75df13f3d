package dev.superbill.adapter.cli;

import dev.superbill.adapter.wire.BundleRefusedException;
import dev.superbill.adapter.wire.CodeBundles;
import dev.superbill.failure.CodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Makes a bundle of official files.
@Command(
        name = "build",
        description = "Makes a bundle of official files: code sets, fee schedule, edits, coverage.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Files are known by what they begin with. KIND= says what a file is of where that is not",
            "enough, such as ptp-hospital; @FROM..TO lets a file serve these dates in place of its own,",
            "such as @2026-01-01..2026-12-31. A file that is damaged, cut short or mislabelled is",
            "refused, and then no bundle is written."
        })
final class BuildCommand implements Callable<Integer> {
    private final Screen screen;
    private final CodeBundles bundles;
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "1..*",
            paramLabel = "[KIND=]PATH[@FROM..TO]",
            description = "Files, folders, .zip and .gz.")
    private List<String> sources = List.of();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The folder that the bundle goes to.")
    private Path folder = Path.of("");

    @Option(
            names = "--allow-bad-rows",
            paramLabel = "COUNT",
            description =
                    "How many rows that cannot be read are left out and listed; 0 by default.")
    private int allowedBadRows;

    BuildCommand(Screen screen, CodeBundles bundles) {
        this.screen = screen;
        this.bundles = bundles;
    }

    @Spec
    void spec(CommandSpec own) {
        spec = own;
    }

    @Override
    public Integer call() {
        if (allowedBadRows < 0) {
            throw new ParameterException(spec.commandLine(), "--allow-bad-rows is 0 or more");
        }
        var bar = new ProgressBar(screen);
        try {
            var summary =
                    bundles.build(
                            new CodeBundles.Request(sources, folder, allowedBadRows), bar::show);
            bar.clear();
            new BundleSheet(screen).print(summary);
            return CommandLineDoor.DONE;
        } catch (BundleRefusedException e) {
            bar.clear();
            new BundleSheet(screen).refuse(e.flaws());
            return CommandLineDoor.REFUSED;
        } catch (CodingException e) {
            bar.clear();
            screen.refuse(folder.toString(), String.valueOf(e.getMessage()));
            return CommandLineDoor.FAILED;
        }
    }
}
