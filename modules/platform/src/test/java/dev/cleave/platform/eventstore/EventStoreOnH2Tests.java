package dev.cleave.platform.eventstore;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class EventStoreOnH2Tests extends EventStoreContract {

    @TempDir
    Path folder;

    @Override
    String url() {
        return OpenStore.h2(folder);
    }
}
