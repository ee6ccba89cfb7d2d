package dev.cleave.shipping;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same with the context's own store in PostgreSQL, which ends with this process, after the context has closed. */
@DirtiesContext
class ShippingOnPostgresTests extends ShippingTests {

    @DynamicPropertySource
    static void store(DynamicPropertyRegistry properties) throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        properties.add("cleave.stores.shipping.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
        properties.add("cleave.stores.shipping.username", () -> "postgres");
    }
}
