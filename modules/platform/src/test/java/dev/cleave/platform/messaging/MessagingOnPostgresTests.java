package dev.cleave.platform.messaging;

import dev.cleave.platform.test.BesideOthers;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

/** On PostgreSQL, a schema per store, and with every message serialised on its way. */
@BesideOthers
class MessagingOnPostgresTests extends MessagingContract {

    private static EmbeddedPostgres postgres;

    MessagingOnPostgresTests(@TempDir Path folder) throws IOException {
        super(folder, settings());
    }

    private static List<String> settings() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        return List.of(
                "cleave.messaging.in-process=serialised",
                "cleave.store.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "cleave.store.username=postgres",
                "cleave.store.schema={name}");
    }

    @Override
    @AfterAll
    void stop() throws IOException {
        super.stop();
        postgres.close();
    }
}
