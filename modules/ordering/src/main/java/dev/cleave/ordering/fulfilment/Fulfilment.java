package dev.cleave.ordering.fulfilment;

import static java.util.stream.Collectors.joining;

import dev.cleave.inventory.api.ReleaseReservation;
import dev.cleave.inventory.api.ReservationId;
import dev.cleave.inventory.api.ReservationRefused;
import dev.cleave.inventory.api.ReservationReleased;
import dev.cleave.inventory.api.ReserveStock;
import dev.cleave.inventory.api.ReturnStock;
import dev.cleave.inventory.api.ShipReservation;
import dev.cleave.inventory.api.StockLine;
import dev.cleave.inventory.api.StockReserved;
import dev.cleave.inventory.api.WarehouseId;
import dev.cleave.ordering.api.CancellationReason;
import dev.cleave.ordering.api.OrderCancellationRequested;
import dev.cleave.ordering.api.OrderCancelled;
import dev.cleave.ordering.api.OrderChargeOverdue;
import dev.cleave.ordering.api.OrderCharged;
import dev.cleave.ordering.api.OrderConfirmed;
import dev.cleave.ordering.api.OrderId;
import dev.cleave.ordering.api.OrderPlaced;
import dev.cleave.ordering.api.OrderRejected;
import dev.cleave.ordering.api.OrderReserved;
import dev.cleave.ordering.api.OrderShipped;
import dev.cleave.ordering.api.OrderingFailure;
import dev.cleave.ordering.api.RejectionReason;
import dev.cleave.ordering.api.ReturnAccepted;
import dev.cleave.ordering.api.ReturnId;
import dev.cleave.ordering.api.ReturnRequested;
import dev.cleave.ordering.api.ReversalDue;
import dev.cleave.ordering.customer.Person;
import dev.cleave.ordering.customer.PersonalData;
import dev.cleave.ordering.order.steps.ConfirmPayment;
import dev.cleave.ordering.order.steps.ConfirmReservation;
import dev.cleave.ordering.order.steps.RecordAddressErased;
import dev.cleave.ordering.order.steps.RecordAuthorisationLost;
import dev.cleave.ordering.order.steps.RecordCancellationRefused;
import dev.cleave.ordering.order.steps.RecordCharge;
import dev.cleave.ordering.order.steps.RecordCustomerErased;
import dev.cleave.ordering.order.steps.RecordDelivery;
import dev.cleave.ordering.order.steps.RecordDispatch;
import dev.cleave.ordering.order.steps.RecordRefund;
import dev.cleave.ordering.order.steps.RecordRefundFailed;
import dev.cleave.ordering.order.steps.RecordRefundRefused;
import dev.cleave.ordering.order.steps.RecordRefundSettled;
import dev.cleave.ordering.order.steps.RecordReservationLost;
import dev.cleave.ordering.order.steps.RecordShipmentCancelled;
import dev.cleave.ordering.order.steps.RefusePayment;
import dev.cleave.ordering.order.steps.RefuseReservation;
import dev.cleave.payment.api.AuthorisationLost;
import dev.cleave.payment.api.AuthorisePayment;
import dev.cleave.payment.api.CancelPayment;
import dev.cleave.payment.api.CapturePayment;
import dev.cleave.payment.api.CaptureRefused;
import dev.cleave.payment.api.PaymentAuthorised;
import dev.cleave.payment.api.PaymentCaptured;
import dev.cleave.payment.api.PaymentDeclined;
import dev.cleave.payment.api.PaymentId;
import dev.cleave.payment.api.PaymentRefunded;
import dev.cleave.payment.api.PaymentSettled;
import dev.cleave.payment.api.RefundFailed;
import dev.cleave.payment.api.RefundPayment;
import dev.cleave.payment.api.RefundRefused;
import dev.cleave.payment.api.SettlementOutcome;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.messaging.Policy;
import dev.cleave.shipping.api.AcceptDispatch;
import dev.cleave.shipping.api.Address;
import dev.cleave.shipping.api.CancelShipment;
import dev.cleave.shipping.api.CancellationRefused;
import dev.cleave.shipping.api.DispatchRequested;
import dev.cleave.shipping.api.Parcel;
import dev.cleave.shipping.api.PrepareShipment;
import dev.cleave.shipping.api.RecipientId;
import dev.cleave.shipping.api.RefuseDispatch;
import dev.cleave.shipping.api.ShipmentCancelled;
import dev.cleave.shipping.api.ShipmentDelivered;
import dev.cleave.shipping.api.ShipmentDispatched;
import dev.cleave.shipping.api.ShipmentId;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;

/** The way of an order, read from top to bottom; the ways out follow. */
@Policy("fulfilment")
class Fulfilment {

    private static final int SHORTAGES_NAMED = 10;
    private static final int LONGEST_DETAIL = 1_000;

    private final Commands commands;
    private final PersonalData personalData;
    private final WarehouseId warehouse;

    Fulfilment(Commands commands, PersonalData personalData, FulfilmentSettings settings) {
        this.commands = commands;
        this.personalData = personalData;
        this.warehouse = new WarehouseId(settings.warehouse());
    }

    // Stock

    @EventHandler
    void on(OrderPlaced event) {
        commands.tell(new ReserveStock(
                warehouse,
                reservation(event.order()),
                event.lines().stream().map(line -> new StockLine(line.sku(), line.quantity())).toList()));
    }

    @EventHandler
    void on(StockReserved event) {
        OrderId order = orderOf(event.reservation());
        commands.tell(
                new ConfirmReservation(order), OrderingFailure.ORDER_ENDED, release(order, OrderingFailure.ORDER_ENDED.code()));
    }

    @EventHandler
    void on(ReservationRefused event) {
        boolean outOfStock = !event.shortages().isEmpty();
        commands.tell(new RefuseReservation(
                orderOf(event.reservation()),
                outOfStock ? RejectionReason.OUT_OF_STOCK : RejectionReason.RESERVATION_REFUSED,
                outOfStock ? shortages(event) : bounded(event.reason())));
    }

    @EventHandler
    void on(ReservationReleased event) {
        commands.tell(new RecordReservationLost(orderOf(event.reservation())));
    }

    // Payment

    @EventHandler
    void on(OrderReserved event) {
        commands.tell(new AuthorisePayment(payment(event.order()), event.total(), event.paymentToken()));
    }

    @EventHandler
    void on(PaymentAuthorised event) {
        OrderId order = orderOf(event.payment());
        commands.tell(
                new ConfirmPayment(order),
                OrderingFailure.ORDER_ENDED,
                new CancelPayment(event.payment(), OrderingFailure.ORDER_ENDED.code()));
    }

    @EventHandler
    void on(PaymentDeclined event) {
        commands.tell(new RefusePayment(orderOf(event.payment()), bounded(event.reason())));
    }

    // Shipment

    @EventHandler
    void on(OrderConfirmed event) {
        Optional<Person> person = personalData.find(event.order());
        if (person.isEmpty()) {
            commands.tell(
                    personalData.isErased(event.customer())
                            ? new RecordCustomerErased(event.order())
                            : new RecordAddressErased(event.order()));
            return;
        }
        commands.tell(new PrepareShipment(
                shipment(event.order()),
                new RecipientId(event.customer().value()),
                address(person.get()),
                event.lines().stream().map(line -> new Parcel(line.sku(), line.quantity())).toList()));
    }

    @EventHandler
    void on(DispatchRequested event) {
        commands.tell(new CapturePayment(payment(orderOf(event.shipment()))));
    }

    @EventHandler
    void on(PaymentCaptured event) {
        commands.tell(new RecordCharge(orderOf(event.payment())));
    }

    @EventHandler
    void on(OrderCharged event) {
        commands.tell(new AcceptDispatch(shipment(event.order())));
    }

    @EventHandler
    void on(ShipmentDispatched event) {
        commands.tell(new RecordDispatch(orderOf(event.shipment()), event.carrier(), event.trackingNumber()));
    }

    @EventHandler
    void on(OrderShipped event) {
        commands.tell(new ShipReservation(warehouse, reservation(event.order())));
    }

    @EventHandler
    void on(ShipmentDelivered event) {
        commands.tell(new RecordDelivery(orderOf(event.shipment()), event.assumed()));
    }

    // Ways out before the shipment leaves

    @EventHandler
    void on(OrderRejected event) {
        undo(event.order(), event.reason().code());
    }

    @EventHandler
    void on(OrderCancellationRequested event) {
        commands.tell(new CancelShipment(shipment(event.order()), event.reason().code()));
    }

    @EventHandler
    void on(CancellationRefused event) {
        commands.tell(new RecordCancellationRefused(orderOf(event.shipment())));
    }

    @EventHandler
    void on(CaptureRefused event) {
        commands.tell(new RefuseDispatch(shipment(orderOf(event.payment())), CancellationReason.CHARGE_REFUSED.code()));
    }

    @EventHandler
    void on(AuthorisationLost event) {
        commands.tell(new RecordAuthorisationLost(orderOf(event.payment()), bounded(event.reason())));
    }

    @EventHandler
    void on(OrderChargeOverdue event) {
        commands.tell(new RefuseDispatch(shipment(event.order()), CancellationReason.CHARGE_TIMED_OUT.code()));
    }

    @EventHandler
    void on(ShipmentCancelled event) {
        commands.tell(new RecordShipmentCancelled(
                orderOf(event.shipment()), CancellationReason.ofShipment(event.reason())));
    }

    @EventHandler
    void on(OrderCancelled event) {
        undo(event.order(), event.reason().code());
    }

    @EventHandler
    void on(ReversalDue event) {
        commands.tell(new RefundPayment(payment(event.order()), event.refund().value(), event.amount()));
    }

    // Returns

    @EventHandler
    void on(ReturnRequested event) {
        commands.tell(new RefundPayment(payment(event.order()), event.returnId().value(), event.refund()));
    }

    @EventHandler
    void on(PaymentRefunded event) {
        commands.tell(new RecordRefund(orderOf(event.payment()), new ReturnId(event.refund())));
    }

    @EventHandler
    void on(RefundRefused event) {
        commands.tell(new RecordRefundRefused(
                orderOf(event.payment()), new ReturnId(event.refund()), bounded(event.reason())));
    }

    @EventHandler
    void on(RefundFailed event) {
        commands.tell(new RecordRefundFailed(
                orderOf(event.payment()), new ReturnId(event.refund()), bounded(event.reason())));
    }

    @EventHandler
    void on(PaymentSettled event) {
        if (event.refund() != null) {
            commands.tell(new RecordRefundSettled(
                    orderOf(event.payment()),
                    new ReturnId(event.refund()),
                    event.outcome() == SettlementOutcome.NOT_TAKEN));
        }
    }

    @EventHandler
    void on(ReturnAccepted event) {
        commands.tell(new ReturnStock(
                warehouse,
                reservation(event.order()),
                event.returnId().value(),
                event.lines().stream().map(line -> new StockLine(line.sku(), line.quantity())).toList()));
    }

    /** A cancellation that payment refuses follows a {@link PaymentCaptured}, and that is paid back. */
    private void undo(OrderId order, String reason) {
        commands.tell(release(order, reason));
        commands.tell(new CancelPayment(payment(order), reason));
    }

    private ReleaseReservation release(OrderId order, String reason) {
        return new ReleaseReservation(warehouse, reservation(order), reason);
    }

    private static Address address(Person person) {
        return new Address(
                person.recipient(),
                person.shipTo().street(),
                person.shipTo().city(),
                person.shipTo().postcode(),
                person.shipTo().country());
    }

    private static String shortages(ReservationRefused event) {
        String named = event.shortages().stream()
                .limit(SHORTAGES_NAMED)
                .map(shortage -> "%s: %d asked for, %d free"
                        .formatted(shortage.sku().value(), shortage.requested(), shortage.available()))
                .collect(joining("; "));
        int more = event.shortages().size() - SHORTAGES_NAMED;
        return bounded(more > 0 ? named + "; and " + more + " more" : named);
    }

    private static String bounded(String detail) {
        return detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail;
    }

    private static ReservationId reservation(OrderId order) {
        return new ReservationId(order.value());
    }

    private static PaymentId payment(OrderId order) {
        return new PaymentId(order.value());
    }

    private static ShipmentId shipment(OrderId order) {
        return new ShipmentId(order.value());
    }

    private static OrderId orderOf(ReservationId reservation) {
        return new OrderId(reservation.value());
    }

    private static OrderId orderOf(PaymentId payment) {
        return new OrderId(payment.value());
    }

    private static OrderId orderOf(ShipmentId shipment) {
        return new OrderId(shipment.value());
    }
}
