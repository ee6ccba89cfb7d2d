package dev.cleave.ordering.customer;

import dev.cleave.ordering.api.Customer;
import dev.cleave.ordering.api.CustomerId;
import dev.cleave.ordering.api.ForgetCustomer;
import dev.cleave.ordering.api.OrderId;
import dev.cleave.ordering.api.OrderingFailure;
import dev.cleave.ordering.api.ShipTo;
import dev.cleave.platform.failure.Refusal;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What is known in person about the customers of orders: the one place in ordering where it is kept, and forgotten. It is not
 * derived from events. Each call is a transaction of its own.
 */
@Component
public class PersonalData {

    private final JdbcTemplate jdbc;

    PersonalData(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps who placed an order and where it goes; before the order exists, so that it is there when the process asks. It is
     * written before the look at who was erased, and an erasure is noted before it deletes: so none slips in beside it.
     *
     * @throws Refusal if the customer was erased
     */
    public void keep(OrderId order, Customer customer, ShipTo shipTo) {
        write(order, customer, shipTo);
        if (isErased(customer.id())) {
            delete(customer.id());
            throw Refusal.of(
                    OrderingFailure.CUSTOMER_ERASED,
                    "This customer was erased, and their number is not used again; order under a new one.");
        }
    }

    private void write(OrderId order, Customer customer, ShipTo shipTo) {
        try {
            jdbc.update(
                    "INSERT INTO personal_data (customer_id, name, email, street, city, postcode, country, order_id)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    columns(order, customer, shipTo));
        } catch (DuplicateKeyException attemptedBefore) {
            jdbc.update(
                    "UPDATE personal_data SET customer_id = ?, name = ?, email = ?, street = ?, city = ?, postcode = ?,"
                            + " country = ? WHERE order_id = ?",
                    columns(order, customer, shipTo));
        }
    }

    /** Who placed an order and where it goes, unless that was erased. */
    public Optional<Person> find(OrderId order) {
        return jdbc.query(
                "SELECT customer_id, name, email, street, city, postcode, country FROM personal_data"
                        + " WHERE order_id = ?",
                (row, number) -> new Person(
                        new Customer(new CustomerId(row.getString(1)), row.getString(2), row.getString(3)),
                        new ShipTo(row.getString(4), row.getString(5), row.getString(6), row.getString(7))),
                order.value())
                .stream()
                .findFirst();
    }

    /** Keeps a customer's own words for a cancellation, unless they are empty or the customer was erased. */
    public void noteCancellation(OrderId order, String words) {
        if (!words.isBlank()) {
            jdbc.update("UPDATE personal_data SET cancellation_words = ? WHERE order_id = ?", words, order.value());
        }
    }

    /** A customer's own words for a cancellation. */
    public Optional<String> cancellationWords(OrderId order) {
        return jdbc.queryForList(
                "SELECT cancellation_words FROM personal_data WHERE order_id = ? AND cancellation_words IS NOT NULL",
                String.class,
                order.value())
                .stream()
                .findFirst();
    }

    @CommandHandler
    void handle(ForgetCustomer command) {
        if (!isErased(command.customer())) {
            try {
                jdbc.update("INSERT INTO erased_customer (customer_id) VALUES (?)", command.customer().value());
            } catch (DuplicateKeyException notedMeanwhile) {
                // Both mean the same.
            }
        }
        delete(command.customer());
    }

    private boolean isErased(CustomerId customer) {
        return !jdbc.queryForList(
                "SELECT customer_id FROM erased_customer WHERE customer_id = ?", String.class, customer.value())
                .isEmpty();
    }

    private void delete(CustomerId customer) {
        jdbc.update("DELETE FROM personal_data WHERE customer_id = ?", customer.value());
    }

    private static Object[] columns(OrderId order, Customer customer, ShipTo shipTo) {
        return new Object[] {
            customer.id().value(),
            customer.name(),
            customer.email(),
            shipTo.street(),
            shipTo.city(),
            shipTo.postcode(),
            shipTo.country(),
            order.value()
        };
    }
}
