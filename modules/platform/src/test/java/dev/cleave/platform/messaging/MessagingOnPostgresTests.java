package dev.cleave.platform.messaging;

import dev.cleave.platform.test.BesideOthers;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** On PostgreSQL, a schema and a user per store, and with every message serialised on its way. */
@BesideOthers
class MessagingOnPostgresTests extends MessagingContract {

    private static EmbeddedPostgres postgres;

    MessagingOnPostgresTests(@TempDir Path folder) throws IOException {
        super(folder, settings());
    }

    private static List<String> settings() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        JdbcTemplate admin = new JdbcTemplate(postgres.getPostgresDatabase());
        for (String store : List.of("events", "garage")) {
            admin.execute("CREATE ROLE " + store + " LOGIN");
            admin.execute("CREATE SCHEMA " + store + " AUTHORIZATION " + store);
        }
        return List.of(
                "cleave.messaging.in-process=serialised",
                "cleave.store.url=jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
                "cleave.store.username={name}",
                "cleave.store.schema={name}");
    }

    @Override
    @AfterAll
    void stop() throws IOException {
        super.stop();
        postgres.close();
    }
}
