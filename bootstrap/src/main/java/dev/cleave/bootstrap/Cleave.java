package dev.cleave.bootstrap;

import dev.cleave.deployment.signals.Signals;
import dev.cleave.platform.failure.OutOfMemory;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** The one program. Contexts bring themselves by autoconfiguration; there is nothing here to scan for. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class Cleave {

    private static final Set<String> ASKING = Set.of("--help", "-h", "--version", "-V");

    public static void main(String[] args) {
        String[] toRun = toRun(args);
        if (toRun != null) {
            OutOfMemory.watchThreads();
            Signals.endWell();
            SpringApplication program = new SpringApplication(Cleave.class) {
                @Override
                protected void logStartupProfileInfo(ConfigurableApplicationContext context) {
                    // Spring's profiles; those of this system are of another kind.
                }
            };
            program.addInitializers(ready -> OutOfMemory.watchLog());
            program.addListeners(new Thrift(), new FirstSteps());
            program.run(toRun);
        } else {
            System.exit(CommandLineInterface.commandLine().execute(args));
        }
    }

    /** The arguments with which this process is to run its unit, or null if another command is given. */
    static String @Nullable [] toRun(String... args) {
        if (args.length == 0 || args[0].startsWith("-") && !ASKING.contains(args[0])) {
            return args;
        }
        boolean run = args[0].equals("run") && (args.length == 1 || !ASKING.contains(args[1]));
        return run ? Arrays.copyOfRange(args, 1, args.length) : null;
    }
}
