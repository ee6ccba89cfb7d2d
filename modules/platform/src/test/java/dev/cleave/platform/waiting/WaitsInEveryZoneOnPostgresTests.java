package dev.cleave.platform.waiting;

import dev.cleave.platform.datastore.DataStoreProperties;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

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
        return new DataStoreProperties.Store(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres",
                "shop_" + zone.replace('/', '_').toLowerCase(java.util.Locale.ROOT), 4, 1_024);
    }
}
