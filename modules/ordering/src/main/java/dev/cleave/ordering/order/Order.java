package dev.cleave.ordering.order;

import static java.util.stream.Collectors.toMap;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.cleave.catalog.api.Sku;
import dev.cleave.ordering.api.CancellationReason;
import dev.cleave.ordering.api.CustomerId;
import dev.cleave.ordering.api.OrderCancellationRefused;
import dev.cleave.ordering.api.OrderCancellationRequested;
import dev.cleave.ordering.api.OrderCancelled;
import dev.cleave.ordering.api.OrderChargeOverdue;
import dev.cleave.ordering.api.OrderCharged;
import dev.cleave.ordering.api.OrderCompleted;
import dev.cleave.ordering.api.OrderConfirmed;
import dev.cleave.ordering.api.OrderId;
import dev.cleave.ordering.api.OrderLine;
import dev.cleave.ordering.api.OrderPlaced;
import dev.cleave.ordering.api.OrderRefundFailed;
import dev.cleave.ordering.api.OrderRefundSettled;
import dev.cleave.ordering.api.OrderRejected;
import dev.cleave.ordering.api.OrderReserved;
import dev.cleave.ordering.api.OrderShipped;
import dev.cleave.ordering.api.OrderStatus;
import dev.cleave.ordering.api.OrderedLine;
import dev.cleave.ordering.api.OrderingFailure;
import dev.cleave.ordering.api.RefundOverdue;
import dev.cleave.ordering.api.RefundUnexpected;
import dev.cleave.ordering.api.RejectionReason;
import dev.cleave.ordering.api.ReturnAccepted;
import dev.cleave.ordering.api.ReturnId;
import dev.cleave.ordering.api.ReturnRefused;
import dev.cleave.ordering.api.ReturnRequested;
import dev.cleave.ordering.api.ReversalDue;
import dev.cleave.ordering.api.ReversalFailed;
import dev.cleave.ordering.api.ReversalPaid;
import dev.cleave.ordering.order.steps.ConfirmPayment;
import dev.cleave.ordering.order.steps.ConfirmReservation;
import dev.cleave.ordering.order.steps.GiveUpCancellation;
import dev.cleave.ordering.order.steps.GiveUpCharge;
import dev.cleave.ordering.order.steps.GiveUpDispatch;
import dev.cleave.ordering.order.steps.GiveUpPayment;
import dev.cleave.ordering.order.steps.GiveUpRefund;
import dev.cleave.ordering.order.steps.GiveUpReservation;
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
import dev.cleave.platform.failure.Refusal;
import dev.cleave.platform.message.Identifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "Order", cache = "aggregateCache")
class Order {

    static final ReturnId REVERSAL = new ReturnId("~reversal");
    /** What it was called before the system's own names had a form of their own; stored orders have it. */
    static final ReturnId FORMER_REVERSAL = new ReturnId("reversal");

    @AggregateIdentifier
    private OrderId id;

    private CustomerId customer;
    private String paymentToken;
    private List<OrderLine> lines = List.of();
    private Money total;
    private @Nullable OrderStatus status;
    private @Nullable CancellationReason cancelling;
    private boolean charged;
    private boolean chargeOverdue;
    private Refunding reversal = Refunding.NONE;
    private ReturnId reversalId = REVERSAL;
    private Map<ReturnId, Return> returns = new HashMap<>();

    private enum Refunding {
        NONE,
        OPEN,
        OVERDUE,
        DONE,
        FAILED,
        /** Paid, and undone since. */
        UNDONE,
        SETTLED;

        boolean awaited() {
            return this == OPEN || this == OVERDUE;
        }
    }

    private record Return(List<OrderedLine> lines, Money refund, Refunding state, boolean isBack) {

        Return with(Refunding next) {
            return new Return(lines, refund, next, isBack || next == Refunding.DONE);
        }
    }

    Order() {}

    boolean isPlaced() {
        return status != null;
    }

    void place(OrderId order, CustomerId placedBy, List<OrderLine> priced, Money sum, String token) {
        apply(new OrderPlaced(order, placedBy, priced, sum, token));
    }

    void requirePlacedAs(CustomerId placedBy, List<OrderedLine> wanted, String token) {
        if (!customer.equals(placedBy) || !paymentToken.equals(token) || !pieces(ordered()).equals(pieces(wanted))) {
            throw Refusal.of(OrderingFailure.ORDER_ID_TAKEN, "Another order has this number; choose a new one.");
        }
    }

    /** Cancels for the customer, and tells whether that changes anything; it does not where the order is or is being cancelled. */
    boolean cancel() {
        return switch (status()) {
            case PLACED, RESERVED -> {
                apply(new OrderCancelled(id, CancellationReason.BY_CUSTOMER));
                yield true;
            }
            case CONFIRMED -> requestCancellation(CancellationReason.BY_CUSTOMER);
            case CANCELLED -> false;
            case REJECTED -> throw Refusal.of(
                    OrderingFailure.ORDER_NOT_CANCELLABLE,
                    "The order was rejected; nothing of it is charged or reserved, and nothing is left to cancel.");
            case SHIPPED -> throw Refusal.of(
                    OrderingFailure.ORDER_NOT_CANCELLABLE, "The order has left; return it once it has arrived.");
            case COMPLETED, RETURNED -> throw Refusal.of(
                    OrderingFailure.ORDER_NOT_CANCELLABLE, "The order has arrived; return it instead.");
        };
    }

    void takeBack(ReturnId returnId, List<OrderedLine> wanted) {
        if (Identifier.isSystems(returnId.value()) || returnId.equals(FORMER_REVERSAL)) {
            throw Refusal.of(OrderingFailure.RETURN_ID_TAKEN, "This reference is used otherwise; choose another one.");
        }
        Return known = returns.get(returnId);
        if (known != null) {
            if (!pieces(known.lines()).equals(pieces(wanted))) {
                throw Refusal.of(
                        OrderingFailure.RETURN_ID_TAKEN, "Another return of this order has this reference; choose a new one.");
            }
            return;
        }
        if (status() != OrderStatus.COMPLETED && status() != OrderStatus.RETURNED) {
            throw Refusal.of(
                    OrderingFailure.ORDER_NOT_RETURNABLE,
                    status() == OrderStatus.REJECTED || status() == OrderStatus.CANCELLED
                            ? "The order never left, so nothing of it can come back."
                            : "The order has not arrived; return it once it has, or cancel it.");
        }
        Map<Sku, Long> left = left();
        Map<Sku, Money> prices = lines.stream().collect(toMap(OrderLine::sku, OrderLine::unitPrice));
        Money refund = Money.zero(total.getCurrencyUnit());
        for (OrderedLine line : wanted) {
            if (!prices.containsKey(line.sku())) {
                throw Refusal.of(
                        OrderingFailure.PRODUCT_NOT_IN_ORDER,
                        "The order has no product " + line.sku().value() + "; look up the order for what it has.",
                        Map.of("sku", line.sku().value()));
            }
            long returnable = left.get(line.sku());
            if (line.quantity() > returnable) {
                throw Refusal.of(
                        OrderingFailure.RETURN_EXCEEDS_ORDER,
                        "No more pieces can come back than were ordered and have not come back yet.",
                        Map.of("sku", line.sku().value(), "returnable", Long.toString(returnable)));
            }
            refund = refund.plus(prices.get(line.sku()).multipliedBy(line.quantity()));
        }
        apply(new ReturnRequested(id, returnId, wanted, refund));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ConfirmReservation command) {
        switch (status()) {
            case PLACED -> apply(new OrderReserved(id, total, paymentToken));
            case REJECTED, CANCELLED -> throw ended();
            default -> {}
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RefuseReservation command) {
        if (status() == OrderStatus.PLACED) {
            apply(new OrderRejected(id, command.reason(), command.detail()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordReservationLost command) {
        switch (status()) {
            case PLACED, RESERVED -> apply(new OrderRejected(id, RejectionReason.RESERVATION_LOST, null));
            case CONFIRMED -> requestCancellation(CancellationReason.RESERVATION_LOST);
            default -> {}
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ConfirmPayment command) {
        switch (status()) {
            case RESERVED -> apply(new OrderConfirmed(id, customer, ordered(), total));
            case REJECTED, CANCELLED -> throw ended();
            default -> {}
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RefusePayment command) {
        if (status() == OrderStatus.RESERVED) {
            apply(new OrderRejected(id, RejectionReason.PAYMENT_DECLINED, command.detail()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordCharge command) {
        OrderStatus reached = status();
        if (charged) {
            return;
        }
        switch (reached) {
            case CONFIRMED -> apply(new OrderCharged(id));
            case REJECTED, CANCELLED -> apply(new ReversalDue(id, REVERSAL, total));
            default -> {}
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordDispatch command) {
        if (status() == OrderStatus.CONFIRMED) {
            apply(new OrderShipped(id, command.carrier(), command.trackingNumber()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordDelivery command) {
        if (status() == OrderStatus.SHIPPED) {
            apply(new OrderCompleted(id, command.assumed()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordShipmentCancelled command) {
        if (status() != OrderStatus.CONFIRMED) {
            return;
        }
        boolean ours = command.reason() != CancellationReason.SHIPMENT_CANCELLED || cancelling == null;
        boolean toBePaidBack = charged;
        apply(new OrderCancelled(id, ours ? command.reason() : cancelling));
        if (toBePaidBack) {
            apply(new ReversalDue(id, REVERSAL, total));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordCancellationRefused command) {
        if (status() == OrderStatus.CONFIRMED && cancelling != null) {
            apply(new OrderCancellationRefused(id, true));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordCustomerErased command) {
        switch (status()) {
            case PLACED, RESERVED -> apply(new OrderCancelled(id, CancellationReason.CUSTOMER_ERASED));
            case CONFIRMED -> requestCancellation(CancellationReason.CUSTOMER_ERASED);
            default -> {}
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordAddressErased command) {
        if (status() == OrderStatus.CONFIRMED) {
            requestCancellation(CancellationReason.ADDRESS_ERASED);
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordRefund command) {
        requirePlaced();
        if (command.refund().equals(reversalId) && reversal != Refunding.NONE) {
            if (reversal != Refunding.DONE) {
                apply(new ReversalPaid(id, reversalId, total));
            }
            return;
        }
        Return paidBack = returns.get(command.refund());
        if (paidBack == null) {
            return;
        }
        if (paidBack.state().awaited() || paidBack.state() == Refunding.FAILED && stillLeft(paidBack)) {
            apply(new ReturnAccepted(
                    id, command.refund(), paidBack.lines(), paidBack.refund(), nothingLeftAfter(paidBack)));
        } else if (paidBack.state() == Refunding.FAILED) {
            apply(new RefundUnexpected(id, command.refund(), paidBack.refund()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordRefundRefused command) {
        requirePlaced();
        if (command.refund().equals(reversalId) && reversal != Refunding.NONE) {
            if (reversal.awaited()) {
                apply(new ReversalFailed(id, reversalId, command.detail()));
            }
            return;
        }
        Return refused = returns.get(command.refund());
        if (refused != null && refused.state().awaited()) {
            apply(new ReturnRefused(id, command.refund(), command.detail()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordRefundFailed command) {
        requirePlaced();
        if (refunding(command.refund()) == Refunding.DONE) {
            Return back = returns.get(command.refund());
            apply(new OrderRefundFailed(
                    id, command.refund(), back == null ? total : back.refund(), command.detail()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordRefundSettled command) {
        requirePlaced();
        Refunding state = refunding(command.refund());
        boolean ours = command.refund().equals(reversalId);
        if (state == Refunding.UNDONE || state == Refunding.FAILED && ours) {
            apply(new OrderRefundSettled(id, command.refund(), command.paidBack()));
        }
    }

    private Refunding refunding(ReturnId refund) {
        if (refund.equals(reversalId) && reversal != Refunding.NONE) {
            return reversal;
        }
        Return known = returns.get(refund);
        return known == null ? Refunding.NONE : known.state();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordAuthorisationLost command) {
        switch (status()) {
            case RESERVED -> apply(new OrderRejected(id, RejectionReason.PAYMENT_DECLINED, command.detail()));
            case CONFIRMED -> {
                if (!charged) {
                    requestCancellation(CancellationReason.AUTHORISATION_LOST);
                }
            }
            case PLACED, SHIPPED, COMPLETED, REJECTED, CANCELLED, RETURNED -> {}
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(GiveUpReservation command) {
        if (status() == OrderStatus.PLACED) {
            apply(new OrderRejected(id, RejectionReason.RESERVATION_TIMED_OUT, null));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(GiveUpPayment command) {
        if (status() == OrderStatus.RESERVED) {
            apply(new OrderRejected(id, RejectionReason.PAYMENT_TIMED_OUT, null));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(GiveUpDispatch command) {
        if (status() == OrderStatus.CONFIRMED && !charged) {
            requestCancellation(CancellationReason.NOT_DISPATCHED_IN_TIME);
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(GiveUpCharge command) {
        if (status() == OrderStatus.CONFIRMED && !chargeOverdue) {
            apply(new OrderChargeOverdue(id));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(GiveUpCancellation command) {
        if (status() == OrderStatus.CONFIRMED && cancelling != null) {
            apply(new OrderCancellationRefused(id, false));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(GiveUpRefund command) {
        requirePlaced();
        Return asked = returns.get(command.refund());
        boolean open = asked != null
                ? asked.state() == Refunding.OPEN
                : command.refund().equals(reversalId) && reversal == Refunding.OPEN;
        if (open) {
            apply(new RefundOverdue(id, command.refund()));
        }
    }

    private boolean requestCancellation(CancellationReason reason) {
        if (cancelling != null) {
            return false;
        }
        apply(new OrderCancellationRequested(id, reason));
        return true;
    }

    void requirePlaced() {
        if (status == null) {
            throw Refusal.of(OrderingFailure.ORDER_UNKNOWN, "There is no such order.");
        }
    }

    private OrderStatus status() {
        requirePlaced();
        return status;
    }

    private static Refusal ended() {
        return Refusal.of(OrderingFailure.ORDER_ENDED, "The order has ended; undo what was done for it.");
    }

    private List<OrderedLine> ordered() {
        return lines.stream().map(line -> new OrderedLine(line.sku(), line.quantity())).toList();
    }

    private Map<Sku, Long> left() {
        Map<Sku, Long> left = new HashMap<>(pieces(ordered()));
        returns.values().stream()
                .filter(taken -> taken.isBack() || taken.state().awaited())
                .flatMap(taken -> taken.lines().stream())
                .forEach(line -> left.merge(line.sku(), -(long) line.quantity(), Long::sum));
        return left;
    }

    /** A refund that was refused for want of an answer may turn out to be paid. */
    private boolean stillLeft(Return refused) {
        Map<Sku, Long> left = left();
        return refused.lines().stream().allMatch(line -> line.quantity() <= left.get(line.sku()));
    }

    private boolean nothingLeftAfter(Return last) {
        long back = returns.values().stream()
                .filter(taken -> taken == last || taken.isBack())
                .flatMap(taken -> taken.lines().stream())
                .mapToLong(OrderedLine::quantity)
                .sum();
        return back == lines.stream().mapToLong(OrderLine::quantity).sum();
    }

    private static Map<Sku, Long> pieces(List<OrderedLine> lines) {
        return lines.stream().collect(toMap(OrderedLine::sku, line -> (long) line.quantity(), Long::sum));
    }

    @EventSourcingHandler
    void on(OrderPlaced event) {
        id = event.order();
        customer = event.customer();
        paymentToken = event.paymentToken();
        lines = event.lines();
        total = event.total();
        status = OrderStatus.PLACED;
    }

    @EventSourcingHandler
    void on(OrderReserved event) {
        status = OrderStatus.RESERVED;
    }

    @EventSourcingHandler
    void on(OrderConfirmed event) {
        status = OrderStatus.CONFIRMED;
    }

    @EventSourcingHandler
    void on(OrderCharged event) {
        charged = true;
    }

    @EventSourcingHandler
    void on(OrderChargeOverdue event) {
        chargeOverdue = true;
    }

    @EventSourcingHandler
    void on(OrderShipped event) {
        status = OrderStatus.SHIPPED;
        cancelling = null;
    }

    @EventSourcingHandler
    void on(OrderCompleted event) {
        status = OrderStatus.COMPLETED;
    }

    @EventSourcingHandler
    void on(OrderRejected event) {
        status = OrderStatus.REJECTED;
    }

    @EventSourcingHandler
    void on(OrderCancellationRequested event) {
        cancelling = event.reason();
    }

    @EventSourcingHandler
    void on(OrderCancellationRefused event) {
        cancelling = null;
    }

    @EventSourcingHandler
    void on(OrderCancelled event) {
        status = OrderStatus.CANCELLED;
        cancelling = null;
    }

    @EventSourcingHandler
    void on(ReversalDue event) {
        reversalId = event.refund();
        charged = true;
        reversal = Refunding.OPEN;
    }

    @EventSourcingHandler
    void on(ReversalPaid event) {
        reversal = Refunding.DONE;
    }

    @EventSourcingHandler
    void on(ReversalFailed event) {
        reversal = Refunding.FAILED;
    }

    @EventSourcingHandler
    void on(ReturnRequested event) {
        returns.put(event.returnId(), new Return(event.lines(), event.refund(), Refunding.OPEN, false));
    }

    @EventSourcingHandler
    void on(ReturnAccepted event) {
        returns.computeIfPresent(event.returnId(), (key, accepted) -> accepted.with(Refunding.DONE));
        if (event.whole()) {
            status = OrderStatus.RETURNED;
        }
    }

    @EventSourcingHandler
    void on(ReturnRefused event) {
        returns.computeIfPresent(event.returnId(), (key, refused) -> refused.with(Refunding.FAILED));
    }

    @EventSourcingHandler
    void on(OrderRefundFailed event) {
        move(event.refund(), Refunding.UNDONE);
    }

    @EventSourcingHandler
    void on(OrderRefundSettled event) {
        move(event.refund(), Refunding.SETTLED);
    }

    @EventSourcingHandler
    void on(RefundUnexpected event) {
        move(event.refund(), Refunding.SETTLED);
    }

    private void move(ReturnId refund, Refunding next) {
        if (returns.computeIfPresent(refund, (key, known) -> known.with(next)) == null) {
            reversal = next;
        }
    }

    @EventSourcingHandler
    void on(RefundOverdue event) {
        move(event.refund(), Refunding.OVERDUE);
    }
}
