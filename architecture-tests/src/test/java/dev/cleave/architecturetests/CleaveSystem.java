package dev.cleave.architecturetests;

import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Message.Kind;
import dev.cleave.architecture.report.Report;
import dev.cleave.deployment.BuiltReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The report that the build made of this system. */
final class CleaveSystem {

    static final Report REPORT = BuiltReport.load();

    private CleaveSystem() {}

    static Stream<Message> messages(Kind kind) {
        return REPORT.messages().stream().filter(message -> message.kind() == kind);
    }

    /** The folder of the whole project. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("Dockerfile"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
