package dev.cleave.shipping.recipient;

import dev.cleave.shipping.api.EraseRecipient;
import dev.cleave.shipping.api.RecipientId;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Addresses in a database of their own, for tests without the platform. */
public final class AddressesFixture {

    private final JdbcClient jdbc;
    private final Addresses addresses;

    public AddressesFixture() {
        DataSource database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(new ClassPathResource("db/shipping/V1__shipments.sql")).execute(database);
        jdbc = JdbcClient.create(database);
        addresses = new Addresses(jdbc, new TransactionTemplate(new JdbcTransactionManager(database)));
    }

    public Addresses addresses() {
        return addresses;
    }

    public void erase(RecipientId recipient) {
        new Erasure(addresses).erase(new EraseRecipient(recipient));
    }

    /** How many addresses there are, whosesoever. */
    public long count() {
        return jdbc.sql("SELECT COUNT(*) FROM address").query(Long.class).single();
    }
}
