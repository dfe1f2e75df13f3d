package dev.superbill.adapter.cli;

import dev.superbill.adapter.wire.Api;
import dev.superbill.adapter.wire.Build;
import dev.superbill.adapter.wire.CaseSource;
import dev.superbill.adapter.wire.CodeBundles;
import dev.superbill.adapter.wire.TrailKeeper;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// The command line. It is read before anything is started, so that help comes at once.
public final class CommandLineDoor {
    /// Ended well.
    static final int DONE = 0;

    /// The fault is on this side.
    static final int FAILED = 1;

    /// The arguments or the note are at fault.
    static final int REFUSED = 2;

    private final CommandLine commands;
    private final Screen screen;

    private CommandLineDoor(CommandLine commands, Screen screen) {
        this.commands = commands;
        this.screen = screen;
    }

    /// What a command needs to run.
    public enum Need {
        NOTHING,
        ENGINE,
        STORE,
        SERVER
    }

    /// Opens the door on the standard streams.
    ///
    /// @param build what program this is
    /// @param api what answers; asked for when a command needs it
    /// @param bundles what makes bundles of official files
    /// @param trail what looks after the audit trail; asked for when a command needs it
    public static CommandLineDoor open(
            Build build, Supplier<Api> api, CodeBundles bundles, Supplier<TrailKeeper> trail) {
        return on(Screen.standard(), build, api, bundles, trail);
    }

    /// The same door with the commands about policies, which need the cases of the trail.
    ///
    /// @param cases where the cases are; asked for when a command needs them
    public CommandLineDoor learning(Supplier<CaseSource> cases) {
        commands.addSubcommand(
                new CommandLine(new PolicyCommand())
                        .addSubcommand(new ProposePolicyCommand(screen, cases))
                        .addSubcommand(new ShowPolicyCommand(screen))
                        .setOut(screen.out())
                        .setErr(screen.err())
                        .setColorScheme(screen.colours())
                        .setUsageHelpWidth(screen.width()));
        return this;
    }

    static CommandLineDoor on(
            Screen screen,
            Build build,
            Supplier<Api> api,
            CodeBundles bundles,
            Supplier<TrailKeeper> trail) {
        var commands =
                new CommandLine(new SuperbillCommand(build))
                        .addSubcommand(
                                new CommandLine(new AuditCommand())
                                        .addSubcommand(new AuditVerifyCommand(screen, trail))
                                        .addSubcommand(new HoldCommand(screen, trail))
                                        .addSubcommand(new ReleaseCommand(screen, trail))
                                        .addSubcommand(new EraseCommand(screen, trail))
                                        .addSubcommand(new ReplayCommand(screen, api)))
                        .addSubcommand(new CheckCommand(screen, api))
                        .addSubcommand(new CodeCommand(screen, api))
                        .addSubcommand(
                                new CommandLine(new CodesCommand())
                                        .addSubcommand(new SearchCommand(screen, api))
                                        .addSubcommand(new ShowCommand(screen, api))
                                        .addSubcommand(new BuildCommand(screen, bundles))
                                        .addSubcommand(new VerifyCommand(screen, bundles)))
                        .addSubcommand(new EvalCommand(screen, api))
                        .addSubcommand(new ServeCommand())
                        .setOut(screen.out())
                        .setErr(screen.err())
                        .setColorScheme(screen.colours())
                        .setUsageHelpWidth(screen.width())
                        .setCaseInsensitiveEnumValuesAllowed(true);
        return new CommandLineDoor(commands, screen);
    }

    /// What the arguments need.
    public Need needs(String... args) {
        if (args.length == 0) {
            return Need.SERVER;
        }
        try {
            var parsed = commands.parseArgs(args);
            while (parsed.hasSubcommand() && !asksForHelp(parsed)) {
                parsed = parsed.subcommand();
            }
            if (asksForHelp(parsed)) {
                return Need.NOTHING;
            }
            return switch (parsed.commandSpec().userObject()) {
                case ServeCommand _ -> Need.SERVER;
                case CheckCommand _ -> Need.ENGINE;
                case CodeCommand _ -> Need.ENGINE;
                case EvalCommand _ -> Need.ENGINE;
                case ReplayCommand _ -> Need.ENGINE;
                case SearchCommand _ -> Need.ENGINE;
                case ShowCommand _ -> Need.ENGINE;
                case AuditVerifyCommand _ -> Need.STORE;
                case HoldCommand _ -> Need.STORE;
                case ReleaseCommand _ -> Need.STORE;
                case EraseCommand _ -> Need.STORE;
                case ProposePolicyCommand _ -> Need.ENGINE;
                default -> Need.NOTHING;
            };
        } catch (ParameterException _) {
            return Need.NOTHING;
        }
    }

    /// Runs a command.
    ///
    /// @return the exit code: 0 done, 1 the fault is on this side, 2 the arguments or the note are
    ///   at fault
    public int run(String... args) {
        int exit = commands.execute(args);
        screen.flush();
        return exit;
    }

    private static boolean asksForHelp(CommandLine.ParseResult parsed) {
        return parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested();
    }
}
