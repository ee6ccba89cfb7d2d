package dev.cleave.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.notification.api.ContactId;
import dev.cleave.notification.api.NoticeId;
import dev.cleave.notification.api.NoticeRequested;
import dev.cleave.notification.api.Occasion;
import dev.cleave.notification.mail.Sendings.Claim;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A store that was written when a claim had a row of its own. */
class OneRowPerMailTests {

    private final DataSource database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Sendings sendings =
            new Sendings(jdbc, new ContactLock(jdbc, new TransactionTemplate(new JdbcTransactionManager(database))));

    @BeforeEach
    void upgrade() {
        migrate("V1__mails.sql");
        for (String state : new String[] {"SENDING", "SENT", "POSTPONED", "KEPT"}) {
            jdbc.sql("INSERT INTO sending (notice, state, attempt, reason) VALUES (?, ?, 3, ?)")
                    .params(state, state, state.equals("POSTPONED") ? "mail-server-says-451" : null)
                    .update();
            jdbc.sql("""
                            INSERT INTO mail (notice, contact, order_id, occasion, name, email, subject, text, written_at)
                            VALUES (?, 'ada', '4711', 'CONFIRMED', 'Ada', 'ada@example.org', 's', 't', CURRENT_TIMESTAMP)""")
                    .param(state)
                    .update();
        }
        migrate("V2__one_row_per_mail.sql");
    }

    @Test
    void stillKnowsWhatBecameOfEachMail() {
        assertThat(sendings.claim(attempt("SENDING", 3), true)).isEqualTo(new Claim.Dropped("outcome-unknown"));
        assertThat(sendings.claim(attempt("SENT", 3), true)).isEqualTo(new Claim.Done());
        assertThat(sendings.claim(attempt("KEPT", 3), true)).isEqualTo(new Claim.Done());
        assertThat(sendings.claim(attempt("POSTPONED", 3), true)).isEqualTo(new Claim.Postponed(3, "mail-server-says-451"));
        assertThat(sendings.claim(attempt("POSTPONED", 4), true)).isInstanceOf(Claim.Granted.class);
    }

    private void migrate(String script) {
        new ResourceDatabasePopulator(new ClassPathResource("db/notification/" + script)).execute(database);
    }

    private static NoticeRequested attempt(String notice, int attempt) {
        return new NoticeRequested(
                new NoticeId(notice), new ContactId("ada"), Occasion.CONFIRMED, "4711", Map.of(), attempt);
    }
}
