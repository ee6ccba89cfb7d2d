package dev.cleave.notification.mail;

import dev.cleave.notification.api.ContactId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Short transactions of their own, also where a processor has one open: what is told to the outside must be durable before
 * and after the telling, whatever becomes of the event. What is written about a contact for the first time holds the contact, so that
 * nothing slips in beside an erasure; what changes a mail that is there holds that.
 */
@Component
class ContactLock {

    private static final int ATTEMPTS = 3;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ContactLock(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions.getTransactionManager(), transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Does work in a transaction that holds the contact; the work is told whether the contact has been erased. */
    <T extends @Nullable Object> T holding(ContactId contact, Function<Boolean, T> work) {
        for (int attempt = 1;; attempt++) {
            try {
                return alone(() -> work.apply(lock(contact)));
            } catch (DuplicateKeyException e) {
                // Somebody else came first with the contact's first row; now there is one to lock.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Does work in a transaction that holds no contact. */
    <T extends @Nullable Object> T alone(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    private boolean lock(ContactId contact) {
        Optional<Boolean> erased = jdbc.sql("SELECT erased_at FROM contact WHERE contact = ? FOR UPDATE")
                .param(contact.value())
                .query((row, number) -> row.getObject("erased_at") != null)
                .optional();
        if (erased.isEmpty()) {
            jdbc.sql("INSERT INTO contact (contact) VALUES (?)").param(contact.value()).update();
        }
        return erased.orElse(false);
    }
}
