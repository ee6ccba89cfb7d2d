package dev.cleave.bootstrap.proof.running;

import dev.cleave.bootstrap.proof.shop.History;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.opentest4j.TestAbortedException;

/** A PostgreSQL server of its own, with a database for every store that only that store's user may enter. */
public final class PostgresStores implements AutoCloseable {

    private static final List<String> STORES = List.of(
            "events", "catalog", "inventory", "ordering", "payment", "shipping", "notification", "simulator");

    private final Path data;
    private EmbeddedPostgres server;

    /** @throws IOException if PostgreSQL can't run on this machine */
    private PostgresStores() throws IOException {
        data = SharedCleave.folder().resolve("postgres");
        server = builder().start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String store : STORES) {
                statement.execute("CREATE USER " + user(store) + " PASSWORD '" + password(store) + "'");
                statement.execute("CREATE DATABASE " + store + " OWNER " + user(store));
                statement.execute("REVOKE ALL ON DATABASE " + store + " FROM PUBLIC");
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** One, or the test is skipped, loudly, where PostgreSQL can't run. */
    public static PostgresStores orSkip() {
        try {
            return new PostgresStores();
        } catch (IOException | RuntimeException e) {
            String skipped = "SKIPPED: PostgreSQL can't run on this machine, so nothing is shown of stores on it: " + e;
            System.err.println(skipped);
            throw new TestAbortedException(skipped, e);
        }
    }

    private EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "400");
    }

    /** Stops the server for so long. */
    public void rest(Duration time) {
        try {
            int port = server.getPort();
            server.close();
            Thread.sleep(time);
            Awaitility.await("PostgreSQL to start again").atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> {
                server = builder().setPort(port).start();
                return true;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the program is told of them. */
    public String[] options() {
        return new String[] {
            "--cleave.store.url=" + url("{name}"),
            "--cleave.store.username=" + user("{name}"),
            "--cleave.store.password=" + password("{name}"),
            "--cleave.store.connections=8"
        };
    }

    public History history() {
        return History.read(url("events"), user("events"), password("events"));
    }

    private String url(String store) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + store;
    }

    private static String user(String store) {
        return "cleave_" + store;
    }

    private static String password(String store) {
        return "secret of " + store;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
