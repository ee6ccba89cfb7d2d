package dev.cleave.ordering;

import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Ordering's tables in a database of their own, for tests without the platform. */
public final class OrderingStore {

    private OrderingStore() {}

    public static JdbcTemplate fresh() {
        DriverManagerDataSource database =
                new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(new ClassPathResource("db/ordering/V1__orders.sql")).execute(database);
        return new JdbcTemplate(database);
    }
}
