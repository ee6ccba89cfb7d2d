package dev.cleave.platform.messaging;

import dev.cleave.platform.test.BesideOthers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

@BesideOthers
class MessagingOnH2Tests extends MessagingContract {

    MessagingOnH2Tests(@TempDir Path folder) throws IOException {
        super(folder, List.of("cleave.messaging.in-process=direct"));
    }
}
