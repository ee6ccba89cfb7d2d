package dev.cleave.bootstrap;

import dev.cleave.bootstrap.backup.BackupCommand;
import dev.cleave.bootstrap.backup.RestoreCommand;
import dev.cleave.bootstrap.description.ResourceGroups;
import dev.cleave.deployment.plan.PlanCommand;
import dev.cleave.deployment.render.RenderCommand;
import dev.cleave.deployment.report.ReportCommand;
import dev.cleave.deployment.up.Program;
import dev.cleave.deployment.up.UpCommand;
import dev.cleave.trader.TradeCommand;
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
        return new CommandLine(new CommandLineInterface(), new Commands())
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

    /** Makes the commands, and tells {@code up} what program it is to run. */
    private static final class Commands implements CommandLine.IFactory {

        private final CommandLine.IFactory usual = CommandLine.defaultFactory();

        @Override
        public <K> K create(Class<K> type) throws Exception {
            return type == UpCommand.class
                    ? type.cast(new UpCommand(new Program(Cleave.class, ResourceGroups.ORDER)))
                    : usual.create(type);
        }
    }

    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Cleave.class.getPackage().getImplementationVersion();
            return new String[] {"cleave " + (version == null ? "(built from source)" : version)};
        }
    }
}
