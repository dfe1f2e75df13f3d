package dev.superbill.adapter.cli;

import dev.superbill.adapter.wire.Build;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The outermost command.
@Command(
        name = "superbill",
        description =
                "Codes clinical notes: CPT, HCPCS and ICD-10-CM with the words that justify each.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 done, 1 the fault is on this side, 2 the arguments or the note are at fault."
        })
final class SuperbillCommand implements Runnable, IVersionProvider {
    private final Build build;

    private CommandSpec spec = CommandSpec.create();

    SuperbillCommand(Build build) {
        this.build = build;
    }

    @Spec
    void spec(CommandSpec own) {
        spec = own;
        own.versionProvider(this);
    }

    @Override
    public String[] getVersion() {
        return new String[] {"superbill " + build.version()};
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
