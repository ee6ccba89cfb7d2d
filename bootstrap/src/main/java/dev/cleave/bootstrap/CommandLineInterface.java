package dev.cleave.bootstrap;

import dev.cleave.bootstrap.architecture.report.ReportCommand;
import dev.cleave.bootstrap.backup.BackupCommand;
import dev.cleave.bootstrap.backup.RestoreCommand;
import dev.cleave.bootstrap.deployment.plan.PlanCommand;
import dev.cleave.bootstrap.render.RenderCommand;
import dev.cleave.bootstrap.trade.TradeCommand;
import dev.cleave.bootstrap.up.UpCommand;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.UnmatchedArgumentException;

/** The commands other than {@code run}. Apart from {@link Cleave}, so that a process that only runs does not load them. */
@Command(
        name = "cleave",
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineInterface.Version.class,
        synopsisSubcommandLabel = "[COMMAND]",
        description = "An order-to-cash back office in one jar.",
        subcommands = {
            CommandLineInterface.Run.class,
            PlanCommand.class,
            UpCommand.class,
            RenderCommand.class,
            ReportCommand.class,
            TradeCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            HelpCommand.class
        },
        footer = {"", "Without a command, or with options alone, it runs. Help on a command: cleave help COMMAND"})
final class CommandLineInterface {

    private static final int WIDTH = 110;

    private CommandLineInterface() {}

    /** Carries commands out; the exit code is 2 if there is no such command or option. */
    static CommandLine commandLine() {
        return new CommandLine(new CommandLineInterface())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(WIDTH)
                .setParameterExceptionHandler((wrong, arguments) -> notUnderstood(wrong));
    }

    /** Says what is wrong where it is seen, not above a screenful of options. */
    private static int notUnderstood(CommandLine.ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(wrong.getMessage());
        if (command.getParent() == null) {
            UnmatchedArgumentException.printSuggestions(wrong, err);
            command.usage(err);
        } else {
            err.println("What can be given: cleave help " + command.getCommandName());
        }
        err.flush();
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** Stands for {@code run} in the help; {@link Cleave} carries it out itself. */
    @Command(
            name = "run",
            description = "Runs this process's unit (default). Options are Spring Boot's, such as --server.port=8081.",
            mixinStandardHelpOptions = true)
    static final class Run {}

    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Cleave.class.getPackage().getImplementationVersion();
            return new String[] {"cleave " + (version == null ? "(built from source)" : version)};
        }
    }
}
