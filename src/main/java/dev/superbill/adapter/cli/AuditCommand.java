package dev.superbill.adapter.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The commands about the audit trail.
@Command(
        name = "audit",
        description =
                "Checks the audit trail, answers again, holds answers, erases what is past its retention.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The trail is the one that the server keeps: ~/.superbill/superbill.db, or what the",
            "settings superbill.store.path or superbill.store.kind name, here as there."
        })
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
