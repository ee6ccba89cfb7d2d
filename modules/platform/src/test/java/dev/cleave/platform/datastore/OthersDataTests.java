package dev.cleave.platform.datastore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.platform.datastore.DataStores.StoreNotAvailable;
import dev.cleave.platform.placement.Placement;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.env.MockEnvironment;

/** Two stores in one PostgreSQL database. */
class OthersDataTests {

    private static EmbeddedPostgres postgres;
    private static JdbcTemplate admin;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        admin = new JdbcTemplate(postgres.getPostgresDatabase());
        admin.execute("CREATE ROLE one LOGIN");
        admin.execute("CREATE ROLE two LOGIN");
    }

    @BeforeEach
    void empty() {
        for (String name : new String[] {"one", "two"}) {
            admin.execute("DROP SCHEMA IF EXISTS " + name + " CASCADE");
            admin.execute("CREATE SCHEMA " + name + " AUTHORIZATION " + name);
        }
    }

    @Test
    void usersOfTheirOwnKeepThemApart() {
        try (DataStores stores = stores("{name}")) {
            stores.open("one", "db/platform");
            JdbcTemplate two = new JdbcTemplate(stores.open("two", "db/platform").dataSource());
            assertThat(two.queryForObject("SELECT count(*) FROM token_entry", Integer.class)).isZero();
            assertThatThrownBy(() -> two.queryForObject("SELECT count(*) FROM one.token_entry", Integer.class))
                    .isInstanceOf(BadSqlGrammarException.class).hasStackTraceContaining("permission denied for schema one");
        }
        try (DataStores again = stores("{name}")) {
            again.open("two", "db/platform");
            again.open("one", "db/platform");
        }
    }

    @Test
    void oneUserForSeveralSchemasIsRefused() {
        admin.execute("ALTER SCHEMA two OWNER TO one");
        try (DataStores stores = stores("one")) {
            stores.open("one", "db/platform");
            assertThatThrownBy(() -> stores.open("two", "db/platform"))
                    .isInstanceOf(StoreNotAvailable.class)
                    .hasMessageContaining("The data store 'two' signs in as 'one', who can also read the schema 'one'")
                    .hasMessageContaining("cleave.stores.two.username");
            assertThat(admin.queryForObject(
                    "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'two'", Integer.class)).isZero();
        }
    }

    @Test
    void aUserWhoMayReadEverythingIsRefused() {
        try (DataStores stores = stores("{name}")) {
            stores.open("one", "db/platform");
        }
        try (DataStores stores = stores("postgres")) {
            assertThatThrownBy(() -> stores.open("two", "db/platform"))
                    .isInstanceOf(StoreNotAvailable.class).hasMessageContaining("'postgres'");
        }
    }

    private DataStores stores(String username) {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("cleave.store.url", "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres")
                .withProperty("cleave.store.schema", "{name}")
                .withProperty("cleave.store.connections", "2")
                .withProperty("cleave.store.username", username);
        return new DataStores(
                Binder.get(environment).bindOrCreate("cleave", DataStoreProperties.class),
                Placement.of(environment, getClass().getClassLoader()));
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }
}
