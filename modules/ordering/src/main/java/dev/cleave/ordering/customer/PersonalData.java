package dev.cleave.ordering.customer;

import dev.cleave.ordering.api.Customer;
import dev.cleave.ordering.api.CustomerId;
import dev.cleave.ordering.api.OrderId;
import dev.cleave.ordering.api.OrderStatus;
import dev.cleave.ordering.api.OrderingFailure;
import dev.cleave.ordering.api.ShipTo;
import dev.cleave.ordering.customer.steps.ForgetCustomer;
import dev.cleave.platform.failure.Refusal;
import dev.cleave.platform.message.MailAddress;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
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
     * written before the last look at who was erased, and an erasure is noted before it deletes: so none slips in beside it.
     *
     * @throws Refusal if the customer was erased; nothing is kept then
     */
    public void keep(OrderId order, Customer customer, ShipTo shipTo) {
        requireNotErased(customer.id());
        write(order, customer, shipTo);
        try {
            requireNotErased(customer.id());
        } catch (Refusal erasedMeanwhile) {
            jdbc.update("DELETE FROM personal_data WHERE order_id = ?", order.value());
            throw erasedMeanwhile;
        }
    }

    private void requireNotErased(CustomerId customer) {
        if (isErased(customer)) {
            throw Refusal.of(
                    OrderingFailure.CUSTOMER_ERASED,
                    "This customer was erased, and their number is not used again; order under a new one.");
        }
    }

    private void write(OrderId order, Customer customer, ShipTo shipTo) {
        try {
            jdbc.update(
                    "INSERT INTO personal_data"
                            + " (customer_id, name, email, mailbox, recipient, street, city, postcode, country, order_id)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    columns(order, customer, shipTo));
        } catch (DuplicateKeyException attemptedBefore) {
            jdbc.update(
                    "UPDATE personal_data SET customer_id = ?, name = ?, email = ?, mailbox = ?, recipient = ?, street = ?,"
                            + " city = ?, postcode = ?, country = ? WHERE order_id = ?",
                    columns(order, customer, shipTo));
        }
    }

    /** Who placed an order and where it goes, unless they were erased. */
    public Optional<Person> find(OrderId order) {
        return jdbc.query(
                "SELECT customer_id, name, email, recipient, street, city, postcode, country FROM personal_data"
                        + " WHERE order_id = ? AND customer_id NOT IN (SELECT customer_id FROM erased_customer)",
                (row, number) -> new Person(
                        new CustomerId(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        new ShipTo(row.getString(4), row.getString(5), row.getString(6), row.getString(7), row.getString(8))),
                order.value())
                .stream()
                .findFirst();
    }

    /** The orders of a customer that may still have to leave; some that the view of orders has not seen yet may have ended. */
    List<OrderId> openOrders(CustomerId customer) {
        return jdbc.query(
                "SELECT p.order_id FROM personal_data p LEFT JOIN order_overview o ON o.order_id = p.order_id"
                        + " WHERE p.customer_id = ? AND (o.status IS NULL OR o.status IN (?, ?, ?)) ORDER BY p.order_id",
                (row, number) -> new OrderId(row.getString(1)),
                customer.value(),
                OrderStatus.PLACED.code(),
                OrderStatus.RESERVED.code(),
                OrderStatus.CONFIRMED.code());
    }

    /** Everyone who ordered with a mail address and is not erased. */
    List<CustomerId> customersAt(MailAddress email) {
        return email.keys().stream()
                .flatMap(mailbox -> jdbc.queryForList(
                        "SELECT DISTINCT customer_id FROM personal_data WHERE mailbox = ?"
                                + " AND customer_id NOT IN (SELECT customer_id FROM erased_customer)",
                        String.class,
                        mailbox)
                        .stream())
                .distinct()
                .map(CustomerId::new)
                .toList();
    }

    /** How many orders of a customer hold their name and addresses. */
    int ordersWithData(CustomerId customer) {
        return jdbc.queryForObject(
                "SELECT COUNT(*) FROM personal_data WHERE customer_id = ?", Integer.class, customer.value());
    }

    /** Whether there ever was such a customer. */
    boolean knows(CustomerId customer) {
        return isErased(customer) || ordersWithData(customer) > 0;
    }

    /** Keeps a customer's own words for a cancellation in place of those for an earlier one, unless the customer was erased. */
    public void noteCancellation(OrderId order, String words) {
        jdbc.update(
                "UPDATE personal_data SET cancellation_words = ? WHERE order_id = ?", words.isBlank() ? null : words,
                order.value());
    }

    /** A customer's orders, whether or not what is known in person of them is forgotten by now. */
    List<OrderId> ordersOf(CustomerId customer) {
        return jdbc.query(
                "SELECT order_id FROM personal_data WHERE customer_id = ?"
                        + " UNION SELECT order_id FROM order_overview WHERE customer_id = ? ORDER BY order_id",
                (row, number) -> new OrderId(row.getString(1)),
                customer.value(),
                customer.value());
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
        noteErased(command.customer());
        jdbc.update("DELETE FROM personal_data WHERE customer_id = ?", command.customer().value());
    }

    /** Notes for good that a customer was erased. */
    void noteErased(CustomerId customer) {
        if (!isErased(customer)) {
            try {
                jdbc.update("INSERT INTO erased_customer (customer_id) VALUES (?)", customer.value());
            } catch (DuplicateKeyException notedMeanwhile) {
                // Both mean the same.
            }
        }
    }

    /** Whether a customer was erased, or is being erased. */
    public boolean isErased(CustomerId customer) {
        return !jdbc.queryForList(
                "SELECT customer_id FROM erased_customer WHERE customer_id = ?", String.class, customer.value())
                .isEmpty();
    }

    private static @Nullable Object[] columns(OrderId order, Customer customer, ShipTo shipTo) {
        return new @Nullable Object[] {
            customer.id().value(),
            customer.name(),
            customer.email().value(),
            customer.email().key(),
            shipTo.recipient(),
            shipTo.street(),
            shipTo.city(),
            shipTo.postcode(),
            shipTo.country(),
            order.value()
        };
    }
}
