package dev.cleave.notification.mail;

import dev.cleave.notification.api.ContactId;
import dev.cleave.notification.api.EraseContact;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Contacts and mails in a database of their own, for tests without the platform. */
public final class MailStoreFixture {

    private final JdbcClient jdbc;
    private final Contacts contacts;
    private final Sendings sendings;

    public MailStoreFixture() {
        DataSource database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(new ClassPathResource("db/notification/V1__mails.sql")).execute(database);
        jdbc = JdbcClient.create(database);
        ContactLock lock = new ContactLock(jdbc, new TransactionTemplate(new JdbcTransactionManager(database)));
        contacts = new Contacts(jdbc, lock);
        sendings = new Sendings(jdbc, lock, new Letters());
    }

    public Contacts contacts() {
        return contacts;
    }

    Sendings sendings() {
        return sendings;
    }

    public void erase(ContactId contact) {
        contacts.erase(new EraseContact(contact));
    }

    public long addressees() {
        return jdbc.sql("SELECT COUNT(*) FROM addressee").query(Long.class).single();
    }

    public long mails() {
        return jdbc.sql("SELECT COUNT(*) FROM mail").query(Long.class).single();
    }
}
