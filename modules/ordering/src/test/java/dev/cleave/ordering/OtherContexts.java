package dev.cleave.ordering;

import dev.cleave.catalog.api.ProductListed;
import dev.cleave.catalog.api.Sku;
import dev.cleave.inventory.api.ReleaseReservation;
import dev.cleave.inventory.api.ReservationRefused;
import dev.cleave.inventory.api.ReserveStock;
import dev.cleave.inventory.api.ReturnStock;
import dev.cleave.inventory.api.ShipReservation;
import dev.cleave.inventory.api.Shortage;
import dev.cleave.inventory.api.StockReserved;
import dev.cleave.notification.api.EraseContact;
import dev.cleave.notification.api.TellCustomer;
import dev.cleave.payment.api.AuthorisePayment;
import dev.cleave.payment.api.CancelPayment;
import dev.cleave.payment.api.CapturePayment;
import dev.cleave.payment.api.CaptureRefused;
import dev.cleave.payment.api.EraseSettlementWords;
import dev.cleave.payment.api.PaymentAuthorised;
import dev.cleave.payment.api.PaymentCaptured;
import dev.cleave.payment.api.PaymentDeclined;
import dev.cleave.payment.api.PaymentId;
import dev.cleave.payment.api.PaymentRefunded;
import dev.cleave.payment.api.RefundPayment;
import dev.cleave.payment.api.RefundRefused;
import dev.cleave.platform.placement.MessageNames;
import dev.cleave.shipping.api.AcceptDispatch;
import dev.cleave.shipping.api.CancelShipment;
import dev.cleave.shipping.api.CancellationRefused;
import dev.cleave.shipping.api.DispatchRequested;
import dev.cleave.shipping.api.EraseRecipient;
import dev.cleave.shipping.api.PrepareShipment;
import dev.cleave.shipping.api.RefuseDispatch;
import dev.cleave.shipping.api.ShipmentCancelled;
import dev.cleave.shipping.api.ShipmentDelivered;
import dev.cleave.shipping.api.ShipmentDispatched;
import dev.cleave.shipping.api.ShipmentId;
import dev.cleave.shipping.api.ShipmentPrepared;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.joda.money.Money;

/** The other contexts as far as ordering can tell: they take commands and answer by events, as their tokens and skus say. */
final class OtherContexts {

    static final String SCARCE = "SCARCE";
    static final String DECLINED = "tok_declined";
    static final String SILENT = "tok_silent";
    static final String NOT_CAPTURABLE = "tok_not_capturable";
    static final String NOT_REFUNDABLE = "tok_not_refundable";

    private final CommandBus commands;
    private final MessageNames names;
    private final EventStore events;
    private final Map<String, Long> sequences = new ConcurrentHashMap<>();
    private final Map<PaymentId, AuthorisePayment> payments = new ConcurrentHashMap<>();
    private final Map<ShipmentId, DispatchRequested> leaving = new ConcurrentHashMap<>();
    private final Set<ShipmentId> cancelled = ConcurrentHashMap.newKeySet();
    private final List<Object> received = new CopyOnWriteArrayList<>();

    OtherContexts(CommandBus commands, MessageNames names, EventStore events) {
        this.commands = commands;
        this.names = names;
        this.events = events;
        on(ReserveStock.class, this::reserve);
        on(AuthorisePayment.class, this::authorise);
        on(CapturePayment.class, this::capture);
        on(RefundPayment.class, this::refund);
        on(PrepareShipment.class, command -> publish(
                command.shipment(), new ShipmentPrepared(command.shipment(), command.recipient(), command.parcels())));
        on(CancelShipment.class, this::cancel);
        on(AcceptDispatch.class, command -> publish(
                command.shipment(), new ShipmentDispatched(command.shipment(), "Parcelfast", "PF-1")));
        on(RefuseDispatch.class, command -> publish(
                command.shipment(), new ShipmentCancelled(command.shipment(), command.reason())));
        for (Class<?> heard : List.of(
                ReleaseReservation.class,
                ShipReservation.class,
                ReturnStock.class,
                CancelPayment.class,
                TellCustomer.class,
                EraseRecipient.class,
                EraseContact.class,
                EraseSettlementWords.class)) {
            on(heard, command -> {});
        }
    }

    List<Object> received() {
        return received;
    }

    void list(String sku, String price) {
        publish("product:" + sku, new ProductListed(new Sku(sku), "Product " + sku, null, Money.parse(price)));
    }

    void requestDispatch(String order) {
        DispatchRequested event = new DispatchRequested(new ShipmentId(order), "Parcelfast", "PF-1");
        leaving.put(event.shipment(), event);
        publish(event.shipment(), event);
    }

    void deliver(String order, boolean assumed) {
        publish(new ShipmentId(order), new ShipmentDelivered(new ShipmentId(order), assumed));
    }

    private void reserve(ReserveStock command) {
        boolean scarce = command.lines().stream().anyMatch(line -> line.sku().value().equals(SCARCE));
        publish(
                command.reservation(),
                scarce
                        ? new ReservationRefused(
                                command.warehouse(),
                                command.reservation(),
                                "out-of-stock",
                                List.of(new Shortage(new Sku(SCARCE), 2, 1)))
                        : new StockReserved(command.warehouse(), command.reservation(), command.lines()));
    }

    private void authorise(AuthorisePayment command) {
        payments.put(command.payment(), command);
        if (command.token().equals(DECLINED)) {
            publish(command.payment(), new PaymentDeclined(command.payment(), "no-funds"));
        } else if (!command.token().equals(SILENT)) {
            publish(command.payment(), new PaymentAuthorised(command.payment(), command.amount()));
        }
    }

    private void capture(CapturePayment command) {
        AuthorisePayment payment = payments.get(command.payment());
        publish(
                command.payment(),
                payment.token().equals(NOT_CAPTURABLE)
                        ? new CaptureRefused(command.payment(), "expired")
                        : new PaymentCaptured(command.payment(), payment.amount()));
    }

    private void refund(RefundPayment command) {
        publish(
                command.payment(),
                payments.get(command.payment()).token().equals(NOT_REFUNDABLE)
                        ? new RefundRefused(command.payment(), command.refund(), command.amount(), "closed-account", false)
                        : new PaymentRefunded(command.payment(), command.refund(), command.amount()));
    }

    private void cancel(CancelShipment command) {
        if (leaving.containsKey(command.shipment())) {
            publish(command.shipment(), new CancellationRefused(command.shipment(), "leaving"));
        } else if (cancelled.add(command.shipment())) {
            publish(command.shipment(), new ShipmentCancelled(command.shipment(), command.reason()));
        }
    }

    private <C> void on(Class<C> type, Consumer<? super C> reaction) {
        commands.subscribe(names.of(type), message -> {
            received.add(message.getPayload());
            reaction.accept(type.cast(message.getPayload()));
            return null;
        });
    }

    private void publish(Object aggregate, Object event) {
        String id = aggregate.toString();
        long sequence = sequences.merge(id, 0L, (last, first) -> last + 1);
        events.publish(new GenericDomainEventMessage<>(event.getClass().getSimpleName(), id, sequence, event));
    }
}
