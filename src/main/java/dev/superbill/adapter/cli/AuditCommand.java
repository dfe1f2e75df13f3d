package dev.superbill.adapter.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The group of commands about the trail.
@Command(
        name = "audit",
        description = "Works with the trail of answers and decisions.",
        mixinStandardHelpOptions = true)
final class AuditCommand implements Runnable {
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
