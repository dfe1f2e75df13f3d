package dev.superbill.adapter.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The commands about codes.
@Command(
        name = "codes",
        description = "Tells what is known of codes, and makes bundles of official files.",
        mixinStandardHelpOptions = true)
final class CodesCommand implements Runnable {
    private CommandSpec spec = CommandSpec.create();

    @Spec
    void spec(CommandSpec own) {
        spec = own;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
