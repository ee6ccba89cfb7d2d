package dev.cleave.shipping.recipient;

import dev.cleave.shipping.api.Address;
import dev.cleave.shipping.api.RecipientId;
import dev.cleave.shipping.api.ShipmentId;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The addresses of shipments, each belonging to its recipient. A recipient's row is locked for as long as one of their
 * addresses is written or all are erased, so that none slips in beside an erasure; once they are erased, none is kept again.
 */
@Component
public class Addresses {

    private static final int ATTEMPTS = 3;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Addresses(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Keeps a shipment's address in a transaction of its own, unless its recipient has been erased. */
    public void keep(ShipmentId shipment, RecipientId recipient, Address address) {
        withRecipientLocked(recipient, erased -> {
            if (!erased) {
                write(shipment, recipient, address);
            }
        });
    }

    /** The address of a shipment, as long as it has one. */
    public Optional<Address> of(ShipmentId shipment) {
        return jdbc.sql("SELECT name, street, city, postcode, country FROM address WHERE shipment = ?")
                .param(shipment.value())
                .query((row, number) -> new Address(
                        row.getString("name"),
                        row.getString("street"),
                        row.getString("city"),
                        row.getString("postcode"),
                        row.getString("country")))
                .optional();
    }

    void erase(RecipientId recipient) {
        withRecipientLocked(recipient, erased -> {
            if (!erased) {
                jdbc.sql("UPDATE recipient SET erased_at = CURRENT_TIMESTAMP WHERE recipient = ?")
                        .param(recipient.value())
                        .update();
            }
            jdbc.sql("DELETE FROM address WHERE recipient = ?").param(recipient.value()).update();
        });
    }

    private void write(ShipmentId shipment, RecipientId recipient, Address address) {
        int changed = jdbc.sql("""
                        UPDATE address SET recipient = ?, name = ?, street = ?, city = ?, postcode = ?, country = ?
                        WHERE shipment = ?""")
                .params(recipient.value(), address.name(), address.street(), address.city(), address.postcode(),
                        address.country(), shipment.value())
                .update();
        if (changed == 0) {
            jdbc.sql("""
                            INSERT INTO address (recipient, name, street, city, postcode, country, shipment)
                            VALUES (?, ?, ?, ?, ?, ?, ?)""")
                    .params(recipient.value(), address.name(), address.street(), address.city(), address.postcode(),
                            address.country(), shipment.value())
                    .update();
        }
    }

    private void withRecipientLocked(RecipientId recipient, Work work) {
        for (int attempt = 1;; attempt++) {
            try {
                transaction.executeWithoutResult(status -> work.given(lock(recipient)));
                return;
            } catch (DuplicateKeyException e) {
                // Somebody else came first with the recipient's first row; now there is one to lock.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private boolean lock(RecipientId recipient) {
        Optional<Boolean> erased = jdbc.sql("SELECT erased_at FROM recipient WHERE recipient = ? FOR UPDATE")
                .param(recipient.value())
                .query((row, number) -> row.getObject("erased_at") != null)
                .optional();
        if (erased.isEmpty()) {
            jdbc.sql("INSERT INTO recipient (recipient) VALUES (?)").param(recipient.value()).update();
        }
        return erased.orElse(false);
    }

    private interface Work {
        void given(boolean erased);
    }
}
