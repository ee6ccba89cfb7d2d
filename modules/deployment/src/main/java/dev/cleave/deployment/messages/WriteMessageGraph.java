package dev.cleave.deployment.messages;

import dev.cleave.platform.placement.Placement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.core.env.AbstractEnvironment;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** The step of the build that writes the graph of all contexts on the class path into the folder given. */
final class WriteMessageGraph {

    private WriteMessageGraph() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]).resolve(MessageGraph.RESOURCE);
        Files.createDirectories(file.getParent());
        Set<String> unclear = new TreeSet<>();
        Files.writeString(file, json(fromClassPath(unclear::add)));
        unclear.forEach(sentence -> System.err.println("[WARNING] The graph of messages is not whole: " + sentence));
    }

    static MessageGraph fromClassPath(Consumer<String> unclear) throws IOException {
        return GraphFromCode.of(
                Placement.of(new AbstractEnvironment() {}, WriteMessageGraph.class.getClassLoader()).known(), unclear);
    }

    /** The same text for the same graph on every machine. */
    static String json(MessageGraph graph) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return JsonMapper.shared()
                .writer()
                .with(new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines))
                .writeValueAsString(graph)
                + "\n";
    }
}
