package dev.cleave.deployment.up;

import dev.cleave.deployment.Profile;
import dev.cleave.deployment.Profiles;
import dev.cleave.deployment.UnusableProfile;
import dev.cleave.deployment.signals.Signals;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code up}: runs all units of a deployment profile on this machine, until it is stopped. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs all units of a deployment profile on this machine as processes, with what they need, behind one"
                    + " address, until Ctrl-C.",
            "",
            "Axon Server, if the profile needs it, is started from the jar that the environment variable"
                    + " AXONSERVER_JAR names, from"
                    + " ~/.cleave/axonserver.jar, or from Docker; PostgreSQL from an installed one or from Docker."
        },
        footer = {
            "",
            "While it runs: Enter shows what runs, \"scale UNIT=N\" changes how many there are of a unit, \"stop\" stops all.",
            "",
            "Exit code: 0 after \"stop\" or Ctrl-C, 1 if something does not start, 2 if the command line or"
                    + " the profile is wrong."
        })
public final class UpCommand implements Callable<Integer> {

    private static final int MOST_PORT = 65_535;
    private static final Pattern SCALE = Pattern.compile("scale\\s+([-a-z0-9]+)\\s*=\\s*(\\d{1,4})");

    private final Program program;

    @Spec
    @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PROFILE", description = "A profile's name, or the path of its file.")
    String profile = "";

    @Parameters(
            index = "1..*",
            paramLabel = "-- OPTION",
            description = "Options for every unit, behind two hyphens: up hybrid -- --cleave.web.max-lag=5s")
    List<String> options = List.of();

    @Option(names = "--scale", paramLabel = "UNIT=N", description = "Run so many replicas of a unit, whatever the"
            + " profile says. May be repeated.")
    Map<String, Integer> scales = new LinkedHashMap<>();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "The port of the one address in front; 0 for any. Default: ${DEFAULT-VALUE}")
    int port = 8080;

    @Option(
            names = "--directory",
            paramLabel = "FOLDER",
            description = "Where all data is kept. Default: ./data/up/ and the profile's name")
    @Nullable Path directory;

    @Option(
            names = "--axon-server",
            paramLabel = "HOST:PORT",
            description = "Use this Axon Server instead of starting one. A token it asks for: environment variable"
                    + " AXON_AXONSERVER_TOKEN.")
    @Nullable String axonServer;

    @Option(
            names = "--postgres-url",
            paramLabel = "URL",
            description = "Use this PostgreSQL server instead of starting one, such as"
                    + " jdbc:postgresql://localhost:5432/postgres. What is"
                    + " missing of databases and users, named cleave_CONTEXT, is made there.")
    @Nullable String postgresUrl;

    @Option(
            names = "--postgres-user",
            paramLabel = "USER",
            defaultValue = "postgres",
            description = "Who may make databases and users there; the password is in the environment variable "
                    + PostgresServer.PASSWORD_VARIABLE + ". Default: ${DEFAULT-VALUE}")
    String postgresUser = "postgres";

    @Option(names = "--jvm-option", paramLabel = "OPTION", description = "An option for every unit's JVM. May be repeated.")
    List<String> jvmOptions = List.of();

    /** Where commands are typed. */
    InputStream typed = System.in;

    /** @param program that the units are processes of */
    public UpCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws InterruptedException {
        CommandLine commandLine = spec.commandLine();
        Profile wanted;
        try {
            wanted = Profiles.named(profile);
        } catch (UnusableProfile e) {
            e.faults().forEach(commandLine.getErr()::println);
            commandLine.getErr().flush();
            return CommandLine.ExitCode.USAGE;
        }
        check(wanted);
        Path folder = (directory == null ? Path.of("data", "up", wanted.name()) : directory).toAbsolutePath().normalize();
        if (folder.toString().matches(".*[;\\\\].*") && !folder.getFileSystem().getSeparator().equals("\\")) {
            throw new CommandLine.ParameterException(commandLine, "H2 can't keep files in " + folder
                    + ", for the semicolon or backslash in its name. Choose another folder with --directory.");
        }
        Up.Request request = new Up.Request(
                program,
                Profiles.names().contains(profile) ? profile : Path.of(profile).toAbsolutePath().toString(),
                folder,
                port,
                scales,
                axonServer,
                postgresUrl,
                postgresUser,
                System.getenv(PostgresServer.PASSWORD_VARIABLE),
                jvmOptions,
                options);
        Up up = new Up(wanted, request, new Console(commandLine.getOut(), Ansi.AUTO.enabled()));
        Signals.endWell();
        Runtime.getRuntime().addShutdownHook(new Thread(up::stop, "stop"));
        CountDownLatch told = new CountDownLatch(1);
        Thread.ofPlatform().daemon().name("commands").start(() -> listen(up, told));
        try {
            up.start();
            told.await();
            up.stop();
            return CommandLine.ExitCode.OK;
        } catch (CannotStart e) {
            up.stop();
            commandLine.getErr().println("up: " + e.getMessage());
            commandLine.getErr().flush();
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private void check(Profile wanted) {
        if (port < 0 || port > MOST_PORT) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--port is " + port + ". Give one from 1 to " + MOST_PORT + ", or 0 for any.");
        }
        try {
            scales.forEach((unit, replicas) -> Scales.check(wanted, unit, replicas));
        } catch (CannotStart wrong) {
            throw new CommandLine.ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }

    /** What is typed; its end means nothing, because whoever starts this need not have a keyboard. */
    private void listen(Up up, CountDownLatch told) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(typed, Charset.defaultCharset()))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher scale = SCALE.matcher(line.strip());
                if (line.isBlank()) {
                    up.showTable();
                } else if (line.strip().equals("stop")) {
                    told.countDown();
                } else if (scale.matches()) {
                    scale(up, scale.group(1), Integer.parseInt(scale.group(2)));
                } else {
                    up.say("Enter shows what runs, \"scale UNIT=N\" changes how many there are of a unit, \"stop\" stops all.");
                }
            }
        } catch (IOException unreadable) {
            up.say("Commands can't be read any more: " + unreadable.getMessage());
        }
    }

    private static void scale(Up up, String unit, int replicas) {
        try {
            up.scale(unit, replicas);
        } catch (CannotStart e) {
            up.say(e.getMessage());
        }
    }
}
