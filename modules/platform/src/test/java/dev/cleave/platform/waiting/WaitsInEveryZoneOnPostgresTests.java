package dev.cleave.platform.waiting;

import dev.cleave.platform.datastore.DataStoreProperties;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.jdbc.core.JdbcTemplate;

class WaitsInEveryZoneOnPostgresTests extends WaitsInEveryZoneContract {

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @Override
    DataStoreProperties.Store where(String zone) {
        String database = "shop_" + zone.replace('/', '_').toLowerCase(Locale.ROOT);
        new JdbcTemplate(postgres.getPostgresDatabase()).execute("CREATE DATABASE " + database);
        return new DataStoreProperties.Store(postgres.getJdbcUrl("postgres", database), "postgres", "postgres", null, 4, 1_024);
    }
}
