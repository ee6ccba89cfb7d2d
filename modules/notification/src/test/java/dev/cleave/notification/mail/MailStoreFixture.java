package dev.cleave.notification.mail;

import dev.cleave.notification.NotificationProperties;
import dev.cleave.notification.api.ContactId;
import dev.cleave.notification.api.EraseContact;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails in a database of their own, for tests without the platform. */
public final class MailStoreFixture {

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Sendings sendings;

    /** @param serverThere whether there is a mail server, which is never asked */
    public MailStoreFixture(boolean serverThere) {
        DataSource database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(
                new ClassPathResource("db/notification/V1__mails.sql"),
                new ClassPathResource("db/notification/V2__one_row_per_mail.sql"))
                .execute(database);
        jdbc = JdbcClient.create(database);
        ContactLock lock = new ContactLock(jdbc, new TransactionTemplate(new JdbcTransactionManager(database)));
        outbox = new Outbox(jdbc, lock, new Letters(), postman(serverThere));
        sendings = new Sendings(jdbc, lock);
    }

    private static Postman postman(boolean serverThere) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory(
                serverThere ? Map.of("mailSender", new JavaMailSenderImpl()) : Map.of());
        return new Postman(
                beans.getBeanProvider(JavaMailSender.class),
                new NotificationProperties("shop@example.org", Duration.ofSeconds(1), Duration.ofSeconds(1), 3));
    }

    public Outbox outbox() {
        return outbox;
    }

    Sendings sendings() {
        return sendings;
    }

    public void erase(ContactId contact) {
        outbox.erase(new EraseContact(contact));
    }

    public long mails() {
        return jdbc.sql("SELECT COUNT(*) FROM mail").query(Long.class).single();
    }
}
