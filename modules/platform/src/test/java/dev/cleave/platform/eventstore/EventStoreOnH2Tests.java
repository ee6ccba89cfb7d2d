package dev.cleave.platform.eventstore;

import dev.cleave.platform.test.BesideOthers;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

@BesideOthers
class EventStoreOnH2Tests extends EventStoreContract {

    @TempDir
    Path folder;

    @Override
    String url() {
        return OpenStore.h2(folder);
    }
}
