package dev.superbill.adapter.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The commands about policies.
@Command(
        name = "policy",
        description = "Proposes a policy from decisions and denials, and shows one.",
        mixinStandardHelpOptions = true)
final class PolicyCommand implements Runnable {
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
