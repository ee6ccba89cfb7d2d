package dev.cleave.ordering.fulfilment;

import static dev.cleave.ordering.Orders.ADA;
import static dev.cleave.ordering.Orders.ADA_IN_PERSON;
import static dev.cleave.ordering.Orders.CANCELLED;
import static dev.cleave.ordering.Orders.CHARGED;
import static dev.cleave.ordering.Orders.CHARGE_OVERDUE;
import static dev.cleave.ordering.Orders.CONFIRMED;
import static dev.cleave.ordering.Orders.DECLINED;
import static dev.cleave.ordering.Orders.HANGER;
import static dev.cleave.ordering.Orders.HOME;
import static dev.cleave.ordering.Orders.LANTERN;
import static dev.cleave.ordering.Orders.ORDER;
import static dev.cleave.ordering.Orders.PLACED;
import static dev.cleave.ordering.Orders.RESERVED;
import static dev.cleave.ordering.Orders.REVERSAL;
import static dev.cleave.ordering.Orders.REVERSAL_DUE;
import static dev.cleave.ordering.Orders.SHIPPED;
import static dev.cleave.ordering.Orders.SOME;
import static dev.cleave.ordering.Orders.SOME_BACK;
import static dev.cleave.ordering.Orders.SOME_REFUND;
import static dev.cleave.ordering.Orders.SOME_REQUESTED;
import static dev.cleave.ordering.Orders.TOKEN;
import static dev.cleave.ordering.Orders.TOTAL;
import static dev.cleave.ordering.Orders.WANTED;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.catalog.api.Sku;
import dev.cleave.inventory.api.ReleaseReservation;
import dev.cleave.inventory.api.ReservationId;
import dev.cleave.inventory.api.ReservationRefused;
import dev.cleave.inventory.api.ReservationReleased;
import dev.cleave.inventory.api.ReserveStock;
import dev.cleave.inventory.api.ReturnStock;
import dev.cleave.inventory.api.ShipReservation;
import dev.cleave.inventory.api.Shortage;
import dev.cleave.inventory.api.StockLine;
import dev.cleave.inventory.api.StockReserved;
import dev.cleave.inventory.api.WarehouseId;
import dev.cleave.ordering.OrderingStore;
import dev.cleave.ordering.api.CancellationReason;
import dev.cleave.ordering.api.OrderCancellationRequested;
import dev.cleave.ordering.api.OrderConfirmed;
import dev.cleave.ordering.api.OrderId;
import dev.cleave.ordering.api.OrderingFailure;
import dev.cleave.ordering.api.RejectionReason;
import dev.cleave.ordering.customer.PersonalDataFixture;
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
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

class FulfilmentTests {

    private static final WarehouseId WAREHOUSE = new WarehouseId("north");
    private static final ReservationId RESERVATION = new ReservationId(ORDER.value());
    private static final PaymentId PAYMENT = new PaymentId(ORDER.value());
    private static final ShipmentId SHIPMENT = new ShipmentId(ORDER.value());
    private static final List<StockLine> STOCK = List.of(new StockLine(LANTERN, 6), new StockLine(HANGER, 2));

    private final RecordedCommands commands = new RecordedCommands();
    private final PersonalDataFixture customers = new PersonalDataFixture(OrderingStore.fresh());
    private final Fulfilment fulfilment =
            new Fulfilment(commands, customers.personalData(), new FulfilmentSettings(WAREHOUSE.value()));

    FulfilmentTests() {
        customers.personalData().keep(ORDER, ADA_IN_PERSON, HOME);
    }

    @Test
    void reservesTheWholeOrderAtOnce() {
        fulfilment.on(PLACED);
        sends(new ReserveStock(WAREHOUSE, RESERVATION, STOCK));
    }

    @Test
    void tellsTheOrderWhatBecameOfItsReservation() {
        fulfilment.on(new StockReserved(WAREHOUSE, RESERVATION, STOCK));
        fulfilment.on(new ReservationRefused(
                WAREHOUSE, RESERVATION, "short", List.of(new Shortage(LANTERN, 6, 1), new Shortage(HANGER, 2, 0))));
        fulfilment.on(new ReservationRefused(WAREHOUSE, RESERVATION, "given up", List.of()));
        fulfilment.on(new ReservationReleased(WAREHOUSE, RESERVATION, STOCK, "stocktaking"));
        sends(
                new ConfirmReservation(ORDER),
                new RefuseReservation(
                        ORDER, RejectionReason.OUT_OF_STOCK, "71053: 6 asked for, 1 free; 84406B: 2 asked for, 0 free"),
                new RefuseReservation(ORDER, RejectionReason.RESERVATION_REFUSED, "given up"),
                new RecordReservationLost(ORDER));
    }

    @Test
    void namesTheFirstShortagesOfALongOrder() {
        fulfilment.on(new ReservationRefused(
                WAREHOUSE,
                RESERVATION,
                "short",
                IntStream.range(0, 675).mapToObj(i -> new Shortage(new Sku("S" + i), 1, 0)).toList()));

        assertThat(commands.sent()).singleElement().isInstanceOfSatisfying(RefuseReservation.class,
                refusal -> assertThat(refusal.detail()).startsWith("S0: 1 asked for, 0 free;").endsWith("; and 665 more"));
    }

    @Test
    void releasesAReservationThatComesTooLate() {
        commands.refuse(ConfirmReservation.class, OrderingFailure.ORDER_ENDED);
        fulfilment.on(new StockReserved(WAREHOUSE, RESERVATION, STOCK));
        sends(new ConfirmReservation(ORDER), new ReleaseReservation(WAREHOUSE, RESERVATION, "order-ended"));
    }

    @Test
    void passesOverWhatBelongsToNoOrder() {
        commands.refuse(ConfirmReservation.class, OrderingFailure.ORDER_UNKNOWN);
        fulfilment.on(new StockReserved(WAREHOUSE, RESERVATION, STOCK));
        sends(new ConfirmReservation(ORDER));
    }

    @Test
    void hasExactlyTheTotalAuthorised() {
        fulfilment.on(RESERVED);
        sends(new AuthorisePayment(PAYMENT, TOTAL, TOKEN));
    }

    @Test
    void tellsTheOrderWhatBecameOfItsPayment() {
        fulfilment.on(new PaymentAuthorised(PAYMENT, TOTAL));
        fulfilment.on(new PaymentDeclined(PAYMENT, "no funds"));
        fulfilment.on(new PaymentCaptured(PAYMENT, TOTAL));
        sends(new ConfirmPayment(ORDER), new RefusePayment(ORDER, "no funds"), new RecordCharge(ORDER));
    }

    @Test
    void cancelsAnAuthorisationThatComesTooLate() {
        commands.refuse(ConfirmPayment.class, OrderingFailure.ORDER_ENDED);
        fulfilment.on(new PaymentAuthorised(PAYMENT, TOTAL));
        sends(new ConfirmPayment(ORDER), new CancelPayment(PAYMENT, "order-ended"));
    }

    @Test
    void hasTheShipmentPreparedForTheAddressThatIsKept() {
        fulfilment.on(CONFIRMED);
        sends(new PrepareShipment(
                SHIPMENT,
                new RecipientId(ADA.value()),
                new Address("Ada Lovelace", "1 Home Street", "London", "N1 9GU", "GB"),
                List.of(new Parcel(LANTERN, 6), new Parcel(HANGER, 2))));
    }

    @Test
    void tellsTheOrderWhenItsCustomerWasErased() {
        customers.forget(ADA);
        fulfilment.on(CONFIRMED);
        sends(new RecordCustomerErased(ORDER));
    }

    @Test
    void tellsTheOrderWhenTheAddressIsGoneThoughNobodyErasedIt() {
        fulfilment.on(new OrderConfirmed(new OrderId("0816"), ADA, WANTED, TOTAL));
        sends(new RecordAddressErased(new OrderId("0816")));
    }

    @Test
    void chargesBeforeTheShipmentLeaves() {
        fulfilment.on(new DispatchRequested(SHIPMENT, "Parcelfast", "PF-1"));
        sends(new CapturePayment(PAYMENT));
    }

    @Test
    void letsTheShipmentLeaveOnceItIsCharged() {
        fulfilment.on(CHARGED);
        sends(new AcceptDispatch(SHIPMENT));
    }

    @Test
    void stopsAShipmentThatCanNotBeCharged() {
        fulfilment.on(new CaptureRefused(PAYMENT, "expired"));
        fulfilment.on(CHARGE_OVERDUE);
        sends(new RefuseDispatch(SHIPMENT, "charge-refused"), new RefuseDispatch(SHIPMENT, "charge-timed-out"));
    }

    @Test
    void tellsTheOrderWhatBecameOfItsShipment() {
        fulfilment.on(new ShipmentDispatched(SHIPMENT, "Parcelfast", "PF-1"));
        fulfilment.on(new ShipmentDelivered(SHIPMENT, true));
        fulfilment.on(new CancellationRefused(SHIPMENT, "leaving"));
        fulfilment.on(new ShipmentCancelled(SHIPMENT, "charge-refused"));
        fulfilment.on(new ShipmentCancelled(SHIPMENT, "fire in the warehouse"));
        sends(
                new RecordDispatch(ORDER, "Parcelfast", "PF-1"),
                new RecordDelivery(ORDER, true),
                new RecordCancellationRefused(ORDER),
                new RecordShipmentCancelled(ORDER, CancellationReason.CHARGE_REFUSED),
                new RecordShipmentCancelled(ORDER, CancellationReason.SHIPMENT_CANCELLED));
    }

    @Test
    void takesThePiecesOutOfTheWarehouseOnceTheyLeft() {
        fulfilment.on(SHIPPED);
        sends(new ShipReservation(WAREHOUSE, RESERVATION));
    }

    @Test
    void undoesEverythingForARejectedOrder() {
        fulfilment.on(DECLINED);
        sends(
                new ReleaseReservation(WAREHOUSE, RESERVATION, "payment-declined"),
                new CancelPayment(PAYMENT, "payment-declined"));
    }

    @Test
    void undoesEverythingForACancelledOrder() {
        fulfilment.on(CANCELLED);
        sends(new ReleaseReservation(WAREHOUSE, RESERVATION, "by-customer"), new CancelPayment(PAYMENT, "by-customer"));
    }

    @Test
    void leavesTheDecisionToTheShipment() {
        fulfilment.on(new OrderCancellationRequested(ORDER, CancellationReason.NOT_DISPATCHED_IN_TIME));
        sends(new CancelShipment(SHIPMENT, "not-dispatched-in-time"));
    }

    @Test
    void refundsReturnsAndChargesOfOrdersThatNeverLeft() {
        fulfilment.on(SOME_REQUESTED);
        fulfilment.on(REVERSAL_DUE);
        sends(
                new RefundPayment(PAYMENT, SOME.value(), SOME_REFUND),
                new RefundPayment(PAYMENT, REVERSAL.value(), TOTAL));
    }

    @Test
    void tellsTheOrderWhatBecameOfARefund() {
        fulfilment.on(new PaymentRefunded(PAYMENT, SOME.value(), SOME_REFUND));
        fulfilment.on(new RefundRefused(PAYMENT, SOME.value(), SOME_REFUND, "closed account", false));
        sends(new RecordRefund(ORDER, SOME), new RecordRefundRefused(ORDER, SOME, "closed account"));
    }

    @Test
    void tellsTheOrderWhatNoLongerHoldsOfItsPayment() {
        fulfilment.on(new AuthorisationLost(PAYMENT, TOTAL, "lapsed"));
        fulfilment.on(new RefundFailed(PAYMENT, SOME.value(), SOME_REFUND, "sent-back"));
        fulfilment.on(new PaymentSettled(PAYMENT, SOME.value(), SOME_REFUND, SettlementOutcome.NOT_TAKEN));
        fulfilment.on(new PaymentSettled(PAYMENT, REVERSAL.value(), TOTAL, SettlementOutcome.TAKEN));
        fulfilment.on(new PaymentSettled(PAYMENT, null, TOTAL, SettlementOutcome.TAKEN));
        sends(
                new RecordAuthorisationLost(ORDER, "lapsed"),
                new RecordRefundFailed(ORDER, SOME, "sent-back"),
                new RecordRefundSettled(ORDER, SOME, true),
                new RecordRefundSettled(ORDER, REVERSAL, false));
    }

    @Test
    void putsReturnedPiecesBackOnceTheyAreRefunded() {
        fulfilment.on(SOME_BACK);
        sends(new ReturnStock(WAREHOUSE, RESERVATION, SOME.value(), List.of(new StockLine(LANTERN, 4))));
    }

    @Test
    void hearsWhatTheOthersAnswerButWhatChangesNothingForAnOrder() {
        Set<String> heard = Arrays.stream(Fulfilment.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(EventHandler.class))
                .map(method -> method.getParameterTypes()[0].getName())
                .collect(toSet());

        assertThat(published("inventory", "payment", "shipping"))
                .filteredOn(event -> !heard.contains(event))
                .containsExactlyInAnyOrder(
                        // What was wished for has come about.
                        "dev.cleave.inventory.api.ReservationShipped",
                        "dev.cleave.inventory.api.StockReturned",
                        "dev.cleave.payment.api.PaymentCancelled",
                        "dev.cleave.shipping.api.ShipmentPrepared",
                        // It follows a PaymentCaptured, which is paid back.
                        "dev.cleave.payment.api.PaymentCancellationRefused",
                        // No order has a part in it.
                        "dev.cleave.inventory.api.StockAdjusted",
                        "dev.cleave.inventory.api.StockReceived");
    }

    private static List<String> published(String... contexts) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Revision.class));
        return Arrays.stream(contexts)
                .flatMap(context -> scanner.findCandidateComponents("dev.cleave." + context + ".api").stream())
                .map(BeanDefinition::getBeanClassName)
                .toList();
    }

    private void sends(Object... expected) {
        assertThat(commands.sent()).containsExactly(expected);
    }
}
