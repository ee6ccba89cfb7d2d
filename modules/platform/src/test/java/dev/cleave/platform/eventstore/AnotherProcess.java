package dev.cleave.platform.eventstore;

import static dev.cleave.platform.eventstore.OpenStore.counted;

import dev.cleave.platform.datastore.DataStoreProperties;
import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.placement.Placement;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.env.StandardEnvironment;

/** A Java process of its own that opens an event store, to commit until it is killed or to be refused. */
final class AnotherProcess implements AutoCloseable {

    private static final String REFUSED = "refused: ";

    private final Process process;
    private final BufferedReader output;

    private AnotherProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Opens the store with the given URL, or the default one in a data directory. */
    static AnotherProcess opening(String urlOrDirectory) throws IOException {
        return new AnotherProcess(new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), AnotherProcess.class.getName(), urlOrDirectory)
                .redirectErrorStream(true)
                .start());
    }

    /** The aggregate of the next acknowledged event. */
    String nextAcknowledged() throws IOException {
        return next("stored: ");
    }

    /** What the process was told when it was refused. */
    String refusal() throws IOException {
        return next(REFUSED);
    }

    /** Ends the process with SIGKILL. */
    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        output.close();
    }

    private String next(String kind) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(kind)) {
                return line.substring(kind.length());
            }
            all.append(line).append('\n');
        }
        throw new IOException("The other process ended without a line '" + kind + "…':\n" + all);
    }

    public static void main(String[] args) {
        OpenStore open;
        try {
            if (args[0].startsWith("jdbc:")) {
                open = OpenStore.open(args[0]);
            } else {
                StandardEnvironment environment = new StandardEnvironment();
                DataStoreProperties.Store store = new DataStoreProperties.Store(null, null, null, null, 5, 16384);
                open = OpenStore.open(new DataStores(
                        new DataStoreProperties(Path.of(args[0]), DataStoreProperties.Durability.POWER_CUT, store, Map.of()),
                        Placement.of(environment, AnotherProcess.class.getClassLoader())));
            }
        } catch (RuntimeException e) {
            System.out.println(REFUSED + e.getMessage());
            return;
        }
        for (int i = 0; i < 8; i++) {
            Thread.ofPlatform().start(() -> {
                while (true) {
                    String counter = UUID.randomUUID().toString();
                    open.commit(counted(counter, 0), counted(counter, 1));
                    System.out.println("stored: " + counter);
                }
            });
        }
    }
}
