package dev.cleave.bootstrap.backup;

import dev.cleave.platform.operations.Restore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Puts a backup's stores into an empty data directory, while the system does not run.")
public final class RestoreCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "BACKUP", description = "The folder that the backup command gave.")
    private Path backup;

    @Option(
            names = "--data-directory",
            paramLabel = "FOLDER",
            defaultValue = "./data",
            description = "Where the stores are to be. Default: ${DEFAULT-VALUE}")
    private Path dataDirectory;

    @Override
    public Integer call() {
        try {
            Restore.Restored restored = Restore.restore(backup, dataDirectory);
            spec.commandLine().getOut().println("Restored " + String.join(", ", restored.stores()) + " to " + dataDirectory);
            if (restored.warning() != null) {
                spec.commandLine().getErr().println("Beware: " + restored.warning());
            }
            return CommandLine.ExitCode.OK;
        } catch (IllegalStateException e) {
            spec.commandLine().getErr().println(e.getMessage());
        } catch (IOException e) {
            spec.commandLine().getErr()
                    .println("The backup could not be restored: " + e.getMessage() + ". Check the folders and their space.");
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
