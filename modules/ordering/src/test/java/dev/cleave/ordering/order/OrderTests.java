package dev.cleave.ordering.order;

import static dev.cleave.ordering.Orders.ADA;
import static dev.cleave.ordering.Orders.ADA_IN_PERSON;
import static dev.cleave.ordering.Orders.CANCELLED;
import static dev.cleave.ordering.Orders.CANCELLING;
import static dev.cleave.ordering.Orders.CHARGED;
import static dev.cleave.ordering.Orders.CHARGE_OVERDUE;
import static dev.cleave.ordering.Orders.COMPLETED;
import static dev.cleave.ordering.Orders.CONFIRMED;
import static dev.cleave.ordering.Orders.DECLINED;
import static dev.cleave.ordering.Orders.HANGER;
import static dev.cleave.ordering.Orders.HOME;
import static dev.cleave.ordering.Orders.LANTERN;
import static dev.cleave.ordering.Orders.LEAVING;
import static dev.cleave.ordering.Orders.ORDER;
import static dev.cleave.ordering.Orders.OUT_OF_STOCK;
import static dev.cleave.ordering.Orders.PLACE;
import static dev.cleave.ordering.Orders.PLACED;
import static dev.cleave.ordering.Orders.RESERVED;
import static dev.cleave.ordering.Orders.REST;
import static dev.cleave.ordering.Orders.REST_BACK;
import static dev.cleave.ordering.Orders.REST_LINES;
import static dev.cleave.ordering.Orders.REST_REFUND;
import static dev.cleave.ordering.Orders.REST_REQUESTED;
import static dev.cleave.ordering.Orders.REVERSAL;
import static dev.cleave.ordering.Orders.REVERSAL_DUE;
import static dev.cleave.ordering.Orders.REVERSAL_FAILED;
import static dev.cleave.ordering.Orders.REVERSAL_PAID;
import static dev.cleave.ordering.Orders.SHIPPED;
import static dev.cleave.ordering.Orders.SOME;
import static dev.cleave.ordering.Orders.SOME_BACK;
import static dev.cleave.ordering.Orders.SOME_LINES;
import static dev.cleave.ordering.Orders.SOME_REFUND;
import static dev.cleave.ordering.Orders.SOME_REFUSED;
import static dev.cleave.ordering.Orders.SOME_REQUESTED;
import static dev.cleave.ordering.Orders.TOKEN;
import static dev.cleave.ordering.Orders.TOTAL;
import static dev.cleave.ordering.Orders.UNANSWERED;
import static dev.cleave.ordering.Orders.WANTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.cleave.catalog.api.Sku;
import dev.cleave.ordering.OrderingStore;
import dev.cleave.ordering.api.CancelOrder;
import dev.cleave.ordering.api.CancellationReason;
import dev.cleave.ordering.api.Customer;
import dev.cleave.ordering.api.CustomerId;
import dev.cleave.ordering.api.OrderCancellationRequested;
import dev.cleave.ordering.api.OrderCancelled;
import dev.cleave.ordering.api.OrderCompleted;
import dev.cleave.ordering.api.OrderLine;
import dev.cleave.ordering.api.OrderPlaced;
import dev.cleave.ordering.api.OrderRefundFailed;
import dev.cleave.ordering.api.OrderRefundSettled;
import dev.cleave.ordering.api.OrderRejected;
import dev.cleave.ordering.api.OrderedLine;
import dev.cleave.ordering.api.OrderingFailure;
import dev.cleave.ordering.api.PlaceOrder;
import dev.cleave.ordering.api.RefundOverdue;
import dev.cleave.ordering.api.RefundUnexpected;
import dev.cleave.ordering.api.RejectionReason;
import dev.cleave.ordering.api.ReturnAccepted;
import dev.cleave.ordering.api.ReturnId;
import dev.cleave.ordering.api.ReturnOrder;
import dev.cleave.ordering.api.ReturnRequested;
import dev.cleave.ordering.api.ReversalDue;
import dev.cleave.ordering.api.ReversalFailed;
import dev.cleave.ordering.api.ReversalPaid;
import dev.cleave.ordering.api.ShipTo;
import dev.cleave.ordering.customer.PersonalDataFixture;
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
import dev.cleave.ordering.product.ProductsFixture;
import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.failure.Refusal;
import dev.cleave.platform.message.MailAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.test.AxonAssertionError;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;
import org.joda.money.Money;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.jdbc.core.JdbcTemplate;

class OrderTests {

    private static final CancelOrder CANCEL = new CancelOrder(ORDER, "Ada changed her mind");
    private static final ReturnOrder RETURN_SOME = new ReturnOrder(ORDER, SOME, SOME_LINES);
    private static final ReturnOrder RETURN_REST = new ReturnOrder(ORDER, REST, REST_LINES);

    private static final List<Object> TO_PLACED = List.of(PLACED);
    private static final List<Object> TO_RESERVED = List.of(PLACED, RESERVED);
    private static final List<Object> TO_CONFIRMED = List.of(PLACED, RESERVED, CONFIRMED);
    private static final List<Object> TO_CANCELLING = List.of(PLACED, RESERVED, CONFIRMED, CANCELLING);
    private static final List<Object> TO_CHARGED = List.of(PLACED, RESERVED, CONFIRMED, CHARGED);
    private static final List<Object> TO_SHIPPED = List.of(PLACED, RESERVED, CONFIRMED, CHARGED, SHIPPED);
    private static final List<Object> TO_COMPLETED = List.of(PLACED, RESERVED, CONFIRMED, CHARGED, SHIPPED, COMPLETED);
    private static final List<Object> TO_REJECTED = List.of(PLACED, OUT_OF_STOCK);
    private static final List<Object> TO_CANCELLED = List.of(PLACED, RESERVED, CONFIRMED, CANCELLING, CANCELLED);
    private static final List<Object> TO_RETURNED = with(TO_COMPLETED, SOME_REQUESTED, SOME_BACK, REST_REQUESTED, REST_BACK);

    private static final Map<String, List<Object>> ALL_STATES = Map.of(
            "placed", TO_PLACED,
            "reserved", TO_RESERVED,
            "confirmed", TO_CONFIRMED,
            "cancelling", TO_CANCELLING,
            "charged", TO_CHARGED,
            "shipped", TO_SHIPPED,
            "completed", TO_COMPLETED,
            "rejected", TO_REJECTED,
            "cancelled", TO_CANCELLED,
            "returned", TO_RETURNED);

    private final JdbcTemplate store = OrderingStore.fresh();
    private final ProductsFixture products = new ProductsFixture(store);
    private final PersonalDataFixture customers = new PersonalDataFixture(store);

    OrderTests() {
        products.listed(LANTERN.value(), "GBP 3.39");
        products.listed(HANGER.value(), "GBP 2.75");
    }

    @Nested
    class Placing {

        @Test
        void pricesTheOrderAndKeepsThePersonApart() {
            given(List.of()).when(PLACE).expectEvents(PLACED);

            assertThat(customers.personalData().find(ORDER)).hasValueSatisfying(person -> {
                assertThat(person.customer()).isEqualTo(ADA);
                assertThat(person.name()).isEqualTo("Ada Lovelace");
                assertThat(person.email()).isEqualTo("ada@example.org");
                assertThat(person.shipTo()).isEqualTo(HOME);
            });
        }

        @Test
        void takesLinesOfTheSameProductTogether() {
            given(List.of())
                    .when(wanting(new OrderedLine(LANTERN, 1), new OrderedLine(HANGER, 2), new OrderedLine(LANTERN, 5)))
                    .expectEvents(PLACED);
        }

        @Test
        void addsUpWithoutLosingAPenny() {
            products.listed("CHEAP", "GBP 0.01");

            given(List.of())
                    .when(wanting(new OrderedLine(new Sku("CHEAP"), 99_999)))
                    .expectEvents(new OrderPlaced(
                            ORDER,
                            ADA,
                            List.of(new OrderLine(new Sku("CHEAP"), 99_999, Money.parse("GBP 0.01"))),
                            Money.parse("GBP 999.99"),
                            TOKEN));
        }

        @Test
        void isAnsweredFromTheOrderWhenRepeatedThoughPricesChangedMeanwhile() {
            products.priceChanged(LANTERN.value(), "GBP 9.99");
            products.retired(HANGER.value());

            given(TO_PLACED).when(PLACE).expectSuccessfulHandlerExecution().expectNoEvents();
        }

        @Test
        void isTakenCalmlyInEveryStateWhenRepeated() {
            ALL_STATES.values().forEach(
                    history -> given(history).when(PLACE).expectSuccessfulHandlerExecution().expectNoEvents());
        }

        @Test
        void isRefusedUnderTheNumberOfAnotherOrder() {
            refused(TO_PLACED, wanting(new OrderedLine(LANTERN, 6)), OrderingFailure.ORDER_ID_TAKEN);
            refused(TO_PLACED, new PlaceOrder(ORDER, ADA_IN_PERSON, HOME, WANTED, "tok_other"), OrderingFailure.ORDER_ID_TAKEN);
            refused(
                    TO_PLACED,
                    new PlaceOrder(ORDER, new Customer(new CustomerId("2"), "B", new MailAddress("b@example.org")), HOME, WANTED,
                            TOKEN),
                    OrderingFailure.ORDER_ID_TAKEN);
        }

        @Test
        void isRefusedForNowForAProductThatIsListedButNotHeardOfAndSaysWhich() {
            products.listedUnheard("NEW");

            Refusal refusal = refused(
                    List.of(), wanting(new OrderedLine(new Sku("NEW"), 1)), OrderingFailure.PRODUCT_NOT_YET_KNOWN);

            assertThat(refusal.failure().retryable()).isTrue();
            assertThat(refusal.failure().details()).containsEntry("sku", "NEW");
            assertThat(customers.personalData().find(ORDER)).isEmpty();
        }

        @Test
        void isRefusedForGoodForProductsThatThereAreNotAndNamesThemAll() {
            products.listedUnheard("NEW");

            Refusal refusal = refused(
                    List.of(),
                    wanting(
                            new OrderedLine(LANTERN, 1),
                            new OrderedLine(new Sku("NEW"), 1),
                            new OrderedLine(new Sku("LANTREN"), 1),
                            new OrderedLine(new Sku("HANGRE"), 1)),
                    OrderingFailure.PRODUCT_UNKNOWN);

            assertThat(refusal.failure().retryable()).isFalse();
            assertThat(refusal.failure().message()).contains("LANTREN, HANGRE");
            assertThat(refusal.failure().details()).containsEntry("skus", "LANTREN, HANGRE");
            assertThat(customers.personalData().find(ORDER)).isEmpty();
        }

        @Test
        void mayCostALotInACurrencyOfSmallUnits() {
            products.listed("PHONE", "VND 25000000");
            products.listed("HOUSE", "IRR 9000000000.00");

            given(List.of()).when(wanting(new OrderedLine(new Sku("PHONE"), 10))).expectSuccessfulHandlerExecution();
            given(List.of()).when(wanting(new OrderedLine(new Sku("HOUSE"), 1))).expectSuccessfulHandlerExecution();
        }

        @Test
        void isRefusedForARetiredProduct() {
            products.retired(HANGER.value());

            refused(List.of(), PLACE, OrderingFailure.PRODUCT_RETIRED);
        }

        @Test
        void isRefusedInSeveralCurrencies() {
            products.listed("EURO", "EUR 1.00");

            refused(
                    List.of(),
                    wanting(new OrderedLine(LANTERN, 1), new OrderedLine(new Sku("EURO"), 1)),
                    OrderingFailure.MIXED_CURRENCIES);
        }

        @Test
        void isRefusedWithQuantitiesOutOfRangeAlsoWhenOnlyTheirSumIs() {
            refused(List.of(), wanting(new OrderedLine(LANTERN, 0)), OrderingFailure.QUANTITY_OUT_OF_RANGE);
            refused(List.of(), wanting(new OrderedLine(LANTERN, -1)), OrderingFailure.QUANTITY_OUT_OF_RANGE);
            refused(List.of(), wanting(new OrderedLine(LANTERN, 100_001)), OrderingFailure.QUANTITY_OUT_OF_RANGE);
            refused(
                    List.of(),
                    wanting(new OrderedLine(LANTERN, 60_000), new OrderedLine(LANTERN, 60_000)),
                    OrderingFailure.QUANTITY_OUT_OF_RANGE);
        }

        @Test
        void isRefusedWithNoLinesOrTooMany() {
            refused(List.of(), wanting(), OrderingFailure.ORDER_WITHOUT_LINES);
            refused(
                    List.of(),
                    wanting(IntStream.rangeClosed(0, 1_000)
                            .mapToObj(i -> new OrderedLine(new Sku("S" + i), 1))
                            .toArray(OrderedLine[]::new)),
                    OrderingFailure.TOO_MANY_LINES);
        }

        @Test
        void isRefusedAboveTheLargestTotalHoweverLarge() {
            products.listed("DEAR", "GBP 999999999999.99");

            refused(List.of(), wanting(new OrderedLine(new Sku("DEAR"), 100_000)), OrderingFailure.TOTAL_TOO_LARGE);
        }

        @Test
        void isRefusedForACustomerWhoWasErasedAndKeepsNothingOfThem() {
            customers.forget(ADA);

            refused(List.of(), PLACE, OrderingFailure.CUSTOMER_ERASED);
            assertThat(customers.personalData().find(ORDER)).isEmpty();
        }
    }

    @Nested
    class OnTheWay {

        @Test
        void isReservedConfirmedChargedShippedAndCompletedInTurn() {
            expect(TO_PLACED, new ConfirmReservation(ORDER), RESERVED);
            expect(TO_RESERVED, new ConfirmPayment(ORDER), CONFIRMED);
            expect(TO_CONFIRMED, new RecordCharge(ORDER), CHARGED);
            expect(TO_CHARGED, new RecordDispatch(ORDER, "Parcelfast", "PF-1"), SHIPPED);
            expect(TO_SHIPPED, new RecordDelivery(ORDER, false), COMPLETED);
            expect(TO_SHIPPED, new RecordDelivery(ORDER, true), new OrderCompleted(ORDER, true));
        }

        @Test
        void isRejectedWhenStockOrPaymentIsRefused() {
            expect(
                    TO_PLACED,
                    new RefuseReservation(ORDER, RejectionReason.OUT_OF_STOCK, "71053: 6 asked for, 1 free"),
                    OUT_OF_STOCK);
            expect(TO_RESERVED, new RefusePayment(ORDER, "no funds"), DECLINED);
        }

        @Test
        void endsWhenItsReservationIsLost() {
            OrderRejected lost = new OrderRejected(ORDER, RejectionReason.RESERVATION_LOST, null);
            expect(TO_RESERVED, new RecordReservationLost(ORDER), lost);
            expect(
                    TO_CONFIRMED,
                    new RecordReservationLost(ORDER),
                    new OrderCancellationRequested(ORDER, CancellationReason.RESERVATION_LOST));
        }

        @Test
        void isCalledOffWhenWhatWasSetAsideForItIsLost() {
            expect(
                    TO_CONFIRMED,
                    new RecordAuthorisationLost(ORDER, "lapsed"),
                    new OrderCancellationRequested(ORDER, CancellationReason.AUTHORISATION_LOST));
            expect(
                    TO_RESERVED,
                    new RecordAuthorisationLost(ORDER, "lapsed"),
                    new OrderRejected(ORDER, RejectionReason.PAYMENT_DECLINED, "lapsed"));
        }

        @Test
        void asksForAnswersThatComeTooLateToBeUndone() {
            refused(TO_REJECTED, new ConfirmReservation(ORDER), OrderingFailure.ORDER_ENDED);
            refused(TO_CANCELLED, new ConfirmReservation(ORDER), OrderingFailure.ORDER_ENDED);
            refused(TO_REJECTED, new ConfirmPayment(ORDER), OrderingFailure.ORDER_ENDED);
            refused(TO_CANCELLED, new ConfirmPayment(ORDER), OrderingFailure.ORDER_ENDED);
        }

        @Test
        void paysBackAChargeThatComesAfterTheOrderEnded() {
            expect(TO_CANCELLED, new RecordCharge(ORDER), REVERSAL_DUE);
            expect(TO_REJECTED, new RecordCharge(ORDER), REVERSAL_DUE);
            expectNothing(with(TO_CANCELLED, REVERSAL_DUE), new RecordCharge(ORDER));
        }

        @TestFactory
        Stream<DynamicTest> takesEveryRepeatedOrLateStepCalmly() {
            record Step(Object command, String... meaningfulIn) {}
            return Stream.of(
                    new Step(new ConfirmReservation(ORDER), "placed", "rejected", "cancelled"),
                    new Step(new RefuseReservation(ORDER, RejectionReason.OUT_OF_STOCK, ""), "placed"),
                    new Step(
                            new RecordReservationLost(ORDER), "placed", "reserved", "confirmed", "charged"),
                    new Step(new ConfirmPayment(ORDER), "reserved", "rejected", "cancelled"),
                    new Step(new RefusePayment(ORDER, ""), "reserved"),
                    new Step(new RecordCharge(ORDER), "confirmed", "cancelling", "rejected", "cancelled"),
                    new Step(new RecordDispatch(ORDER, "c", "t"), "confirmed", "cancelling", "charged"),
                    new Step(new RecordDelivery(ORDER, false), "shipped"),
                    new Step(
                            new RecordShipmentCancelled(ORDER, CancellationReason.BY_CUSTOMER),
                            "confirmed",
                            "cancelling",
                            "charged"),
                    new Step(new RecordCancellationRefused(ORDER), "cancelling"),
                    new Step(new RecordAddressErased(ORDER), "confirmed", "charged"),
                    new Step(new RecordAuthorisationLost(ORDER, "lapsed"), "reserved", "confirmed"),
                    new Step(new RecordRefundFailed(ORDER, SOME, ""), "returned"),
                    new Step(new RecordRefundFailed(ORDER, REVERSAL, "")),
                    new Step(new RecordRefundSettled(ORDER, SOME, true)),
                    new Step(new RecordRefundSettled(ORDER, REVERSAL, true)),
                    new Step(new RecordRefund(ORDER, SOME)),
                    new Step(new RecordRefund(ORDER, REVERSAL)),
                    new Step(new RecordRefundRefused(ORDER, SOME, "")),
                    new Step(new RecordRefundRefused(ORDER, REVERSAL, "")),
                    new Step(new GiveUpReservation(ORDER), "placed"),
                    new Step(new GiveUpPayment(ORDER), "reserved"),
                    new Step(new GiveUpDispatch(ORDER), "confirmed"),
                    new Step(new GiveUpCharge(ORDER), "confirmed", "cancelling", "charged"),
                    new Step(new GiveUpCancellation(ORDER), "cancelling"),
                    new Step(new GiveUpRefund(ORDER, SOME)),
                    new Step(new GiveUpRefund(ORDER, REVERSAL)))
                    .flatMap(step -> ALL_STATES.entrySet().stream()
                            .filter(state -> !Arrays.asList(step.meaningfulIn()).contains(state.getKey()))
                            .map(state -> dynamicTest(
                                    step.command().getClass().getSimpleName() + " when " + state.getKey(),
                                    () -> expectNothing(state.getValue(), step.command()))));
        }

        @Test
        void refusesStepsOfAnOrderThatNobodyPlaced() {
            Stream.of(
                    new ConfirmReservation(ORDER),
                    new ConfirmPayment(ORDER),
                    new RecordCharge(ORDER),
                    new RecordRefund(ORDER, SOME),
                    new GiveUpRefund(ORDER, SOME),
                    CANCEL,
                    RETURN_SOME)
                    .forEach(command -> refused(List.of(), command, OrderingFailure.ORDER_UNKNOWN));
        }
    }

    @Nested
    class Cancelling {

        @Test
        void isDecidedAtOnceBeforeThereIsAShipment() {
            expect(TO_PLACED, CANCEL, CANCELLED);
            expect(TO_RESERVED, CANCEL, CANCELLED);
        }

        @Test
        void isLeftToTheShipmentOnceThereIsOne() {
            expect(TO_CONFIRMED, CANCEL, CANCELLING);
            expect(TO_CHARGED, CANCEL, CANCELLING);
            expect(TO_CANCELLING, new RecordShipmentCancelled(ORDER, CancellationReason.BY_CUSTOMER), CANCELLED);
            expect(TO_CANCELLING, new RecordCancellationRefused(ORDER), LEAVING);
        }

        @Test
        void canBeAskedForAgainAfterARefusal() {
            expect(with(TO_CANCELLING, LEAVING), CANCEL, CANCELLING);
        }

        @Test
        void goesOnToShipAfterARefusal() {
            expect(with(TO_CANCELLING, LEAVING, CHARGED), new RecordDispatch(ORDER, "Parcelfast", "PF-1"), SHIPPED);
        }

        @Test
        void isTakenCalmlyWhenRepeated() {
            expectNothing(TO_CANCELLING, CANCEL);
            expectNothing(TO_CANCELLED, CANCEL);
        }

        @Test
        void isRefusedOnceTheOrderHasLeftOrWasRejected() {
            refused(TO_SHIPPED, CANCEL, OrderingFailure.ORDER_NOT_CANCELLABLE);
            refused(TO_COMPLETED, CANCEL, OrderingFailure.ORDER_NOT_CANCELLABLE);
            refused(TO_RETURNED, CANCEL, OrderingFailure.ORDER_NOT_CANCELLABLE);
            refused(TO_REJECTED, CANCEL, OrderingFailure.ORDER_NOT_CANCELLABLE);
        }

        @Test
        void keepsTheCustomersWordsOutOfTheHistory() {
            customers.personalData().keep(ORDER, ADA_IN_PERSON, HOME);

            expect(TO_PLACED, CANCEL, CANCELLED);

            assertThat(customers.personalData().cancellationWords(ORDER)).contains("Ada changed her mind");
        }

        @Test
        void saysWhyTheShipmentWasCancelled() {
            expect(
                    TO_CONFIRMED,
                    new RecordShipmentCancelled(ORDER, CancellationReason.CHARGE_REFUSED),
                    new OrderCancelled(ORDER, CancellationReason.CHARGE_REFUSED));
            expect(TO_CANCELLING, new RecordShipmentCancelled(ORDER, CancellationReason.SHIPMENT_CANCELLED), CANCELLED);
            expect(
                    TO_CONFIRMED,
                    new RecordShipmentCancelled(ORDER, CancellationReason.SHIPMENT_CANCELLED),
                    new OrderCancelled(ORDER, CancellationReason.SHIPMENT_CANCELLED));
        }

        @Test
        void paysBackWhatWasChargedAlready() {
            expect(
                    with(TO_CHARGED, CHARGE_OVERDUE),
                    new RecordShipmentCancelled(ORDER, CancellationReason.CHARGE_TIMED_OUT),
                    new OrderCancelled(ORDER, CancellationReason.CHARGE_TIMED_OUT),
                    REVERSAL_DUE);
            List<Object> owed = with(TO_CANCELLED, REVERSAL_DUE);
            expect(owed, new RecordRefund(ORDER, REVERSAL), REVERSAL_PAID);
            expect(owed, new RecordRefundRefused(ORDER, REVERSAL, "closed account"), REVERSAL_FAILED);
            expect(owed, new GiveUpRefund(ORDER, REVERSAL), new RefundOverdue(ORDER, REVERSAL));
            expect(
                    with(owed, new RefundOverdue(ORDER, REVERSAL)),
                    new RecordRefund(ORDER, REVERSAL),
                    REVERSAL_PAID);
            expectNothing(with(owed, REVERSAL_PAID), new RecordRefund(ORDER, REVERSAL));
            expectNothing(with(owed, REVERSAL_PAID), new GiveUpRefund(ORDER, REVERSAL));
        }

        @Test
        void followsWhenTheAddressWasErasedBeforeThereWasAShipment() {
            expect(
                    TO_CONFIRMED,
                    new RecordAddressErased(ORDER),
                    new OrderCancellationRequested(ORDER, CancellationReason.ADDRESS_ERASED));
            expectNothing(TO_CANCELLING, new RecordAddressErased(ORDER));
        }
    }

    @Nested
    class Erasing {

        @Test
        void endsWhatIsNotConfirmedAtOnce() {
            OrderCancelled erased = new OrderCancelled(ORDER, CancellationReason.CUSTOMER_ERASED);
            expect(TO_PLACED, new RecordCustomerErased(ORDER), erased);
            expect(TO_RESERVED, new RecordCustomerErased(ORDER), erased);
        }

        @Test
        void leavesItToTheShipmentWhetherWhatIsConfirmedStillEnds() {
            List<Object> asked = with(TO_CONFIRMED, new OrderCancellationRequested(ORDER, CancellationReason.CUSTOMER_ERASED));
            expect(
                    TO_CONFIRMED,
                    new RecordCustomerErased(ORDER),
                    new OrderCancellationRequested(ORDER, CancellationReason.CUSTOMER_ERASED));
            expect(
                    TO_CHARGED,
                    new RecordCustomerErased(ORDER),
                    new OrderCancellationRequested(ORDER, CancellationReason.CUSTOMER_ERASED));
            expect(
                    asked,
                    new RecordShipmentCancelled(ORDER, CancellationReason.CUSTOMER_ERASED),
                    new OrderCancelled(ORDER, CancellationReason.CUSTOMER_ERASED));
            expect(asked, new RecordCancellationRefused(ORDER), LEAVING);
            expect(with(asked, LEAVING, CHARGED), new RecordDispatch(ORDER, "Parcelfast", "PF-1"), SHIPPED);
            expectNothing(TO_CANCELLING, new RecordCustomerErased(ORDER));
        }

        @Test
        void changesNothingOnceTheOrderHasLeftOrEnded() {
            Stream.of(TO_SHIPPED, TO_COMPLETED, TO_REJECTED, TO_CANCELLED, TO_RETURNED)
                    .forEach(history -> expectNothing(history, new RecordCustomerErased(ORDER)));
            expect(with(TO_COMPLETED, SOME_REQUESTED), new RecordRefund(ORDER, SOME), SOME_BACK);
        }
    }

    /** Whatever a caller's command leaves no event of, it leaves no row of either, and it changes none. */
    @TestFactory
    Stream<DynamicTest> writesNothingWhenRefusedOrRepeated() {
        products.listed("DEAR", "GBP 9000000.00");
        products.listed("EURO", "EUR 1.00");
        products.listed("GONE", "GBP 1.00");
        products.retired("GONE");
        CustomerId gone = new CustomerId("gone");
        customers.forget(gone);
        Customer other = new Customer(new CustomerId("2"), "B", new MailAddress("b@example.org"));
        List<Object> commands = List.of(
                PLACE,
                new PlaceOrder(ORDER, ADA_IN_PERSON, new ShipTo("C", "2 Other Street", "Leeds", "LS1", "GB"), WANTED, TOKEN),
                new PlaceOrder(ORDER, other, HOME, WANTED, TOKEN),
                new PlaceOrder(ORDER, new Customer(gone, "G", new MailAddress("g@example.org")), HOME, WANTED, TOKEN),
                wanting(),
                wanting(new OrderedLine(new Sku("DEAR"), 100_000)),
                wanting(new OrderedLine(LANTERN, 1), new OrderedLine(new Sku("EURO"), 1)),
                wanting(new OrderedLine(new Sku("GONE"), 1)),
                wanting(new OrderedLine(new Sku("UNHEARD"), 1)),
                wanting(new OrderedLine(LANTERN, 100_001)),
                CANCEL,
                new CancelOrder(ORDER, ""),
                RETURN_SOME,
                new ReturnOrder(ORDER, SOME, REST_LINES),
                new ReturnOrder(ORDER, new ReturnId("more"), List.of(new OrderedLine(LANTERN, 7))),
                new ReturnOrder(ORDER, new ReturnId("none"), List.of(new OrderedLine(new Sku("UNHEARD"), 1))));
        Map<String, List<Object>> states = new HashMap<>(ALL_STATES);
        states.put("unplaced", List.of());
        return states.entrySet().stream()
                .flatMap(state -> IntStream.range(0, commands.size())
                        .mapToObj(i -> DynamicTest.dynamicTest(
                                commands.get(i).getClass().getSimpleName() + " " + i + " " + state.getKey(),
                                () -> writesNothingUnlessItLeavesAnEvent(state.getValue(), commands.get(i)))));
    }

    private void writesNothingUnlessItLeavesAnEvent(List<Object> history, Object command) {
        store.update("DELETE FROM personal_data");
        if (!history.isEmpty()) {
            customers.personalData().keep(ORDER, ADA_IN_PERSON, HOME);
            customers.personalData().noteCancellation(ORDER, "the first words");
        }
        Object before = rows();
        ResultValidator<Order> result = given(history).when(command);
        try {
            result.expectNoEvents();
        } catch (AxonAssertionError thereAreSome) {
            return;
        }
        assertThat(rows()).isEqualTo(before);
    }

    private Object rows() {
        return Stream.of("personal_data", "erased_customer", "order_overview", "known_product", "order_refund", "order_to_settle")
                .map(table -> store.queryForList("SELECT * FROM " + table))
                .toList();
    }

    @Nested
    class Waiting {

        @Test
        void endsInRejectionWhileNothingIsPaid() {
            expect(
                    TO_PLACED,
                    new GiveUpReservation(ORDER),
                    new OrderRejected(ORDER, RejectionReason.RESERVATION_TIMED_OUT, null));
            expect(
                    TO_RESERVED,
                    new GiveUpPayment(ORDER),
                    new OrderRejected(ORDER, RejectionReason.PAYMENT_TIMED_OUT, null));
        }

        @Test
        void endsInAskingTheShipmentOnceThereIsOne() {
            expect(
                    TO_CONFIRMED,
                    new GiveUpDispatch(ORDER),
                    new OrderCancellationRequested(ORDER, CancellationReason.NOT_DISPATCHED_IN_TIME));
            expect(TO_CONFIRMED, new GiveUpCharge(ORDER), CHARGE_OVERDUE);
            expect(TO_CHARGED, new GiveUpCharge(ORDER), CHARGE_OVERDUE);
            expectNothing(with(TO_CONFIRMED, CHARGE_OVERDUE), new GiveUpCharge(ORDER));
        }

        @Test
        void letsTheOrderGoOnWhenTheShipmentDoesNotAnswerACancellation() {
            expect(TO_CANCELLING, new GiveUpCancellation(ORDER), UNANSWERED);
            expect(
                    with(TO_CANCELLING, UNANSWERED),
                    new RecordShipmentCancelled(ORDER, CancellationReason.BY_CUSTOMER),
                    CANCELLED);
        }

        @Test
        void showsARefundAsOverdueAndStillTakesTheAnswer() {
            List<Object> late = with(TO_COMPLETED, SOME_REQUESTED, new RefundOverdue(ORDER, SOME));
            expect(with(TO_COMPLETED, SOME_REQUESTED), new GiveUpRefund(ORDER, SOME), new RefundOverdue(ORDER, SOME));
            expectNothing(late, new GiveUpRefund(ORDER, SOME));
            expect(late, new RecordRefund(ORDER, SOME), SOME_BACK);
            refused(late, new ReturnOrder(ORDER, REST, SOME_LINES), OrderingFailure.RETURN_EXCEEDS_ORDER);
        }
    }

    @Nested
    class Returning {

        @Test
        void refundsThePricesThatWerePaid() {
            products.priceChanged(LANTERN.value(), "GBP 9.99");

            expect(TO_COMPLETED, RETURN_SOME, SOME_REQUESTED);
        }

        @Test
        void takesLinesOfTheSameProductTogether() {
            expect(
                    TO_COMPLETED,
                    new ReturnOrder(ORDER, SOME, List.of(new OrderedLine(LANTERN, 1), new OrderedLine(LANTERN, 3))),
                    SOME_REQUESTED);
        }

        @Test
        void isDoneInPartsAndEndsWithTheLastPiece() {
            expect(with(TO_COMPLETED, SOME_REQUESTED), new RecordRefund(ORDER, SOME), SOME_BACK);
            expect(with(TO_COMPLETED, SOME_REQUESTED, SOME_BACK), RETURN_REST, REST_REQUESTED);
            expect(
                    with(TO_COMPLETED, SOME_REQUESTED, SOME_BACK, REST_REQUESTED),
                    new RecordRefund(ORDER, REST),
                    REST_BACK);
        }

        @Test
        void endsWithTheLastPieceWhicheverRefundComesLast() {
            expect(
                    with(TO_COMPLETED, SOME_REQUESTED, REST_REQUESTED),
                    new RecordRefund(ORDER, REST),
                    new ReturnAccepted(ORDER, REST, REST_LINES, REST_REFUND, false));
        }

        @Test
        void countsOnceWhenRepeated() {
            expectNothing(with(TO_COMPLETED, SOME_REQUESTED), RETURN_SOME);
            expectNothing(with(TO_COMPLETED, SOME_REQUESTED, SOME_BACK), RETURN_SOME);
            expectNothing(with(TO_COMPLETED, SOME_REQUESTED, SOME_BACK), new RecordRefund(ORDER, SOME));
            refused(
                    with(TO_COMPLETED, SOME_REQUESTED),
                    new ReturnOrder(ORDER, SOME, REST_LINES),
                    OrderingFailure.RETURN_ID_TAKEN);
        }

        @Test
        void isRefusedForMoreThanIsLeftAlsoWhileAnotherIsUnderWay() {
            ReturnOrder again = new ReturnOrder(ORDER, REST, SOME_LINES);
            refused(with(TO_COMPLETED, SOME_REQUESTED), again, OrderingFailure.RETURN_EXCEEDS_ORDER);
            refused(with(TO_COMPLETED, SOME_REQUESTED, SOME_BACK), again, OrderingFailure.RETURN_EXCEEDS_ORDER);
            refused(
                    TO_RETURNED,
                    new ReturnOrder(ORDER, new ReturnId("more"), SOME_LINES),
                    OrderingFailure.RETURN_EXCEEDS_ORDER);
        }

        @Test
        void failsVisiblyWhenTheRefundIsRefusedAndLeavesTheLinesToBeReturned() {
            expect(with(TO_COMPLETED, SOME_REQUESTED), new RecordRefundRefused(ORDER, SOME, "closed account"), SOME_REFUSED);
            expect(
                    with(TO_COMPLETED, SOME_REQUESTED, SOME_REFUSED),
                    new ReturnOrder(ORDER, REST, SOME_LINES),
                    new ReturnRequested(ORDER, REST, SOME_LINES, SOME_REFUND));
        }

        @Test
        void takesARefundThatWasRefusedForWantOfAnAnswerAndPaidAllTheSame() {
            expect(with(TO_COMPLETED, SOME_REQUESTED, SOME_REFUSED), new RecordRefund(ORDER, SOME), SOME_BACK);
            List<Object> claimed =
                    with(TO_COMPLETED, SOME_REQUESTED, SOME_REFUSED, new ReturnRequested(ORDER, REST, SOME_LINES, SOME_REFUND));
            Object unexpected = new RefundUnexpected(ORDER, SOME, SOME_REFUND);
            expect(claimed, new RecordRefund(ORDER, SOME), unexpected);
            expectNothing(with(claimed, unexpected), new RecordRefund(ORDER, SOME));
            expect(with(TO_CANCELLED, REVERSAL_DUE, REVERSAL_FAILED), new RecordRefund(ORDER, REVERSAL), REVERSAL_PAID);
        }

        @Test
        void needsAPersonWhenItsRefundFailsAfterItWasPaidAndEndsWhenItIsSettled() {
            List<Object> back = with(TO_COMPLETED, SOME_REQUESTED, SOME_BACK);
            Object failed = new OrderRefundFailed(ORDER, SOME, SOME_REFUND, "sent-back");
            Object settled = new OrderRefundSettled(ORDER, SOME, true);
            RecordRefundFailed sentBack = new RecordRefundFailed(ORDER, SOME, "sent-back");
            RecordRefundSettled elsewhere = new RecordRefundSettled(ORDER, SOME, true);
            expect(back, sentBack, failed);
            expectNothing(with(back, failed), sentBack);
            expectNothing(back, elsewhere);
            expect(with(back, failed), elsewhere, settled);
            expectNothing(with(back, failed, settled), elsewhere);
            expectNothing(with(back, failed, settled), sentBack);
            refused(with(back, failed), new ReturnOrder(ORDER, REST, SOME_LINES), OrderingFailure.RETURN_EXCEEDS_ORDER);
            expect(
                    with(back, failed, REST_REQUESTED),
                    new RecordRefund(ORDER, REST),
                    new ReturnAccepted(ORDER, REST, REST_LINES, REST_REFUND, true));
        }

        @Test
        void ofAChargeThatWasPaidBackAndCameBackNeedsAPersonToo() {
            List<Object> paid = with(TO_CANCELLED, REVERSAL_DUE, REVERSAL_PAID);
            expect(
                    paid,
                    new RecordRefundFailed(ORDER, REVERSAL, "sent-back"),
                    new OrderRefundFailed(ORDER, REVERSAL, TOTAL, "sent-back"));
            expect(
                    with(TO_CANCELLED, REVERSAL_DUE, REVERSAL_FAILED),
                    new RecordRefundSettled(ORDER, REVERSAL, false),
                    new OrderRefundSettled(ORDER, REVERSAL, false));
        }

        @Test
        void isRefusedUnderAReferenceOfTheFormThatTheSystemsOwnHave() {
            for (String own : List.of("~reversal", "~stray-capture", "~whatever-comes")) {
                refused(
                        TO_COMPLETED, new ReturnOrder(ORDER, new ReturnId(own), SOME_LINES), OrderingFailure.RETURN_ID_TAKEN);
            }
        }

        @Test
        void ofAChargeIsKnownByTheNameThatItHadBeforeTheSystemsOwnHadAForm() {
            ReturnId former = new ReturnId("reversal");
            List<Object> owed = with(TO_CANCELLED, new ReversalDue(ORDER, former, TOTAL));
            expect(owed, new RecordRefund(ORDER, former), new ReversalPaid(ORDER, former, TOTAL));
            expect(owed, new RecordRefundRefused(ORDER, former, "no"), new ReversalFailed(ORDER, former, "no"));
            expect(owed, new GiveUpRefund(ORDER, former), new RefundOverdue(ORDER, former));
            refused(TO_COMPLETED, new ReturnOrder(ORDER, former, SOME_LINES), OrderingFailure.RETURN_ID_TAKEN);
        }

        @Test
        void mayBeCalledAsTheSystemOnceCalledWhatNobodyElseHeardOf() {
            ReturnId stray = new ReturnId("stray-capture");
            expect(
                    TO_COMPLETED,
                    new ReturnOrder(ORDER, stray, SOME_LINES),
                    new ReturnRequested(ORDER, stray, SOME_LINES, SOME_REFUND));
        }

        @Test
        void isRefusedForAProductThatTheOrderNeverHad() {
            Refusal refusal = refused(
                    TO_COMPLETED,
                    new ReturnOrder(ORDER, SOME, List.of(new OrderedLine(LANTERN, 1), new OrderedLine(new Sku("LANTREN"), 1))),
                    OrderingFailure.PRODUCT_NOT_IN_ORDER);

            assertThat(refusal.failure().message()).contains("LANTREN");
        }

        @Test
        void isRefusedBeforeTheOrderArrived() {
            Stream.of(TO_PLACED, TO_RESERVED, TO_CONFIRMED, TO_SHIPPED, TO_REJECTED, TO_CANCELLED)
                    .forEach(history -> refused(history, RETURN_SOME, OrderingFailure.ORDER_NOT_RETURNABLE));
        }
    }

    private static PlaceOrder wanting(OrderedLine... lines) {
        return new PlaceOrder(ORDER, ADA_IN_PERSON, HOME, List.of(lines), TOKEN);
    }

    private static List<Object> with(List<Object> history, Object... more) {
        List<Object> longer = new ArrayList<>(history);
        longer.addAll(Arrays.asList(more));
        return longer;
    }

    private void expect(List<Object> history, Object command, Object... events) {
        given(history).when(command).expectSuccessfulHandlerExecution().expectEvents(events);
    }

    private void expectNothing(List<Object> history, Object command) {
        given(history).when(command).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    private Refusal refused(List<Object> history, Object command, OrderingFailure code) {
        List<Refusal> caught = new ArrayList<>();
        given(history).when(command).expectNoEvents().expectException(new CustomTypeSafeMatcher<Refusal>(code.code()) {
            @Override
            protected boolean matchesSafely(Refusal refusal) {
                caught.add(refusal);
                Failure failure = refusal.failure();
                return failure.code().equals(code.code()) && failure.kind() == code.kind();
            }
        });
        return caught.getFirst();
    }

    private Given given(List<Object> history) {
        AggregateTestFixture<Order> fixture = new AggregateTestFixture<>(Order.class);
        Pricing pricing =
                new Pricing(products.products(), new OrderLimits(1_000, 100_000, 10_000_000_000_000L));
        fixture.registerAnnotatedCommandHandler(
                new OrderDesk(fixture.getRepository(), pricing, customers.personalData()));
        return command -> (history.isEmpty() ? fixture.givenNoPriorActivity() : fixture.given(history)).when(command);
    }

    private interface Given {
        ResultValidator<Order> when(Object command);
    }
}
