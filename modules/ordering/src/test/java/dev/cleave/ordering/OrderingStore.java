package dev.cleave.ordering;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Ordering's tables in a database of their own, for tests without the platform. */
public enum OrderingStore {
    H2 {
        @Override
        DataSource create(String name) {
            return new DriverManagerDataSource("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        }
    },
    POSTGRESQL {
        @Override
        DataSource create(String name) {
            new JdbcTemplate(Server.RUNNING.getPostgresDatabase()).execute("CREATE DATABASE " + name);
            return Server.RUNNING.getDatabase("postgres", name);
        }
    };

    /** Started when first needed; ends with the tests' process. */
    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    abstract DataSource create(String name);

    /** A fresh store. */
    public JdbcTemplate open() {
        DataSource database = create("t" + UUID.randomUUID().toString().replace("-", ""));
        new ResourceDatabasePopulator(
                new ClassPathResource("db/ordering/V1__orders.sql"),
                new ClassPathResource("db/ordering/V2__to_settle.sql"),
                new ClassPathResource("db/ordering/V3__recipients_and_mailboxes.sql"))
                .execute(database);
        return new JdbcTemplate(database);
    }

    /** A fresh store, for tests that don't depend on the database. */
    public static JdbcTemplate fresh() {
        return H2.open();
    }
}
