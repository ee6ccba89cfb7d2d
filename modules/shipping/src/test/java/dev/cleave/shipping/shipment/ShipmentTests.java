package dev.cleave.shipping.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.catalog.api.Sku;
import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.failure.Refusal;
import dev.cleave.shipping.api.AcceptDispatch;
import dev.cleave.shipping.api.Address;
import dev.cleave.shipping.api.CancelShipment;
import dev.cleave.shipping.api.CancellationRefused;
import dev.cleave.shipping.api.ConfirmDelivery;
import dev.cleave.shipping.api.DispatchRequested;
import dev.cleave.shipping.api.Parcel;
import dev.cleave.shipping.api.PrepareShipment;
import dev.cleave.shipping.api.RecipientId;
import dev.cleave.shipping.api.RefuseDispatch;
import dev.cleave.shipping.api.RequestDispatch;
import dev.cleave.shipping.api.ShipmentCancelled;
import dev.cleave.shipping.api.ShipmentDelivered;
import dev.cleave.shipping.api.ShipmentDispatched;
import dev.cleave.shipping.api.ShipmentId;
import dev.cleave.shipping.api.ShipmentPrepared;
import dev.cleave.shipping.api.ShippingFailure;
import dev.cleave.shipping.recipient.AddressesFixture;
import dev.cleave.shipping.shipment.steps.AssumeDelivery;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ShipmentTests {

    private static final ShipmentId SHIPMENT = new ShipmentId("4711");
    private static final RecipientId ADA = new RecipientId("ada");
    private static final Address HOME = new Address("Ada L.", "1 Home Street", "London", "N1 9GU", "GB");
    private static final List<Parcel> PARCELS = List.of(new Parcel(new Sku("85123A"), 6), new Parcel(new Sku("71053"), 2));

    private static final PrepareShipment PREPARE = new PrepareShipment(SHIPMENT, ADA, HOME, PARCELS);
    private static final CancelShipment CANCEL = new CancelShipment(SHIPMENT, "changed my mind");
    private static final RequestDispatch REQUEST = new RequestDispatch(SHIPMENT, "Parcelfast", "PF-1");
    private static final AcceptDispatch ACCEPT = new AcceptDispatch(SHIPMENT);
    private static final RefuseDispatch REFUSE = new RefuseDispatch(SHIPMENT, "not paid");
    private static final ConfirmDelivery CONFIRM = new ConfirmDelivery(SHIPMENT);
    private static final AssumeDelivery ASSUME = new AssumeDelivery(SHIPMENT);

    private static final ShipmentPrepared PREPARED = new ShipmentPrepared(SHIPMENT, ADA, PARCELS);
    private static final DispatchRequested REQUESTED = new DispatchRequested(SHIPMENT, "Parcelfast", "PF-1");
    private static final ShipmentDispatched DISPATCHED = new ShipmentDispatched(SHIPMENT, "Parcelfast", "PF-1");
    private static final ShipmentDelivered DELIVERED = new ShipmentDelivered(SHIPMENT, false);
    private static final ShipmentDelivered ASSUMED = new ShipmentDelivered(SHIPMENT, true);
    private static final ShipmentCancelled CANCELLED = new ShipmentCancelled(SHIPMENT, "changed my mind");
    private static final ShipmentCancelled UNPAID = new ShipmentCancelled(SHIPMENT, "not paid");
    private static final CancellationRefused LEAVING =
            new CancellationRefused(SHIPMENT, "The shipment is leaving or has left.");
    private static final CancellationRefused ARRIVED = new CancellationRefused(SHIPMENT, "The shipment has arrived.");

    private final AddressesFixture store = new AddressesFixture();
    private final AggregateTestFixture<Shipment> fixture = new AggregateTestFixture<>(Shipment.class);

    ShipmentTests() {
        fixture.registerAnnotatedCommandHandler(new Preparation(fixture.getRepository(), store.addresses()));
        fixture.registerAnnotatedCommandHandler(new DispatchDesk(fixture.getRepository(), store.addresses()));
    }

    @Nested
    class Unheard {

        @Test
        void isPreparedAndItsAddressKeptApart() {
            on(PREPARE).expectEvents(PREPARED);

            assertThat(store.addresses().of(SHIPMENT)).contains(HOME);
        }

        @Test
        void isPreparedWithoutTheAddressOfARecipientWhoIsErased() {
            store.erase(ADA);

            on(PREPARE).expectEvents(PREPARED);

            assertThat(store.addresses().of(SHIPMENT)).isEmpty();
        }

        @Test
        void leavesATombstoneWhenCancelled() {
            on(CANCEL).expectEvents(CANCELLED);
        }

        @Test
        void isUnknownToWhoeverWantsItToMove() {
            refuses(on(REQUEST), ShippingFailure.SHIPMENT_UNKNOWN);
            refuses(on(ACCEPT), ShippingFailure.SHIPMENT_UNKNOWN);
            refuses(on(REFUSE), ShippingFailure.SHIPMENT_UNKNOWN);
            refuses(on(CONFIRM), ShippingFailure.SHIPMENT_UNKNOWN);
            refuses(on(ASSUME), ShippingFailure.SHIPMENT_UNKNOWN);
        }
    }

    @Nested
    class Erased {

        @Test
        void doesNotLeaveWithoutAnAddress() {
            store.addresses().keep(SHIPMENT, ADA, HOME);
            store.erase(ADA);

            refuses(given(PREPARED).on(REQUEST), ShippingFailure.ADDRESS_ERASED);
            given(PREPARED).on(CANCEL).expectEvents(CANCELLED);
        }

        @Test
        void leavesIfItsDispatchWasAskedForBefore() {
            store.erase(ADA);

            given(PREPARED, REQUESTED).on(REQUEST).expectNoEvents().expectSuccessfulHandlerExecution();
            given(PREPARED, REQUESTED).on(CANCEL).expectEvents(LEAVING);
            given(PREPARED, REQUESTED).on(ACCEPT).expectEvents(DISPATCHED);
            given(PREPARED, REQUESTED).on(REFUSE).expectEvents(UNPAID);
        }

        @Test
        void goesToItsEndOnceItHasLeft() {
            store.erase(ADA);

            given(PREPARED, REQUESTED, DISPATCHED).on(CONFIRM).expectEvents(DELIVERED);
            given(PREPARED, REQUESTED, DISPATCHED).on(ASSUME).expectEvents(ASSUMED);
        }
    }

    @Nested
    class Prepared {

        @Test
        void takesTheSamePreparationCalmly() {
            given(PREPARED).on(PREPARE).expectNoEvents().expectSuccessfulHandlerExecution();
        }

        @Test
        void refusesToBePreparedOtherwise() {
            refuses(
                    given(PREPARED).on(new PrepareShipment(SHIPMENT, new RecipientId("ben"), HOME, PARCELS)),
                    ShippingFailure.SHIPMENT_PREPARED_OTHERWISE);
            refuses(
                    given(PREPARED).on(new PrepareShipment(SHIPMENT, ADA, HOME, PARCELS.subList(0, 1))),
                    ShippingFailure.SHIPMENT_PREPARED_OTHERWISE);
        }

        @Test
        void keepsNoAddressThatComesLater() {
            given(PREPARED).on(PREPARE);

            assertThat(store.count()).isZero();
        }

        @Test
        void isCancelled() {
            given(PREPARED).on(CANCEL).expectEvents(CANCELLED);
        }

        @Test
        void asksToBePaidForWhenTheWarehouseWantsItToLeave() {
            store.addresses().keep(SHIPMENT, ADA, HOME);

            given(PREPARED).on(REQUEST).expectEvents(REQUESTED);
        }

        @Test
        void hasNoDispatchToAcceptOrRefuse() {
            refuses(given(PREPARED).on(ACCEPT), ShippingFailure.DISPATCH_NOT_REQUESTED);
            refuses(given(PREPARED).on(REFUSE), ShippingFailure.DISPATCH_NOT_REQUESTED);
        }

        @Test
        void isNotDelivered() {
            refuses(given(PREPARED).on(CONFIRM), ShippingFailure.SHIPMENT_NOT_DISPATCHED);
            given(PREPARED).on(ASSUME).expectNoEvents().expectSuccessfulHandlerExecution();
        }
    }

    @Nested
    class Leaving {

        @Test
        void leavesWhenItIsPaidFor() {
            given(PREPARED, REQUESTED).on(ACCEPT).expectEvents(DISPATCHED);
        }

        @Test
        void isCancelledWhenItIsNotPaidFor() {
            given(PREPARED, REQUESTED).on(REFUSE).expectEvents(UNPAID);
        }

        @Test
        void answersACancellationByRefusingIt() {
            given(PREPARED, REQUESTED).on(CANCEL).expectEvents(LEAVING);
        }

        @Test
        void answersEachCancellation() {
            given(PREPARED, REQUESTED, LEAVING).on(CANCEL).expectEvents(LEAVING);
        }

        @Test
        void leavesAlsoAfterACancellationWasRefused() {
            given(PREPARED, REQUESTED, LEAVING).on(ACCEPT).expectEvents(DISPATCHED);
        }

        @Test
        void takesTheSameRequestCalmly() {
            given(PREPARED, REQUESTED).on(REQUEST).expectNoEvents().expectSuccessfulHandlerExecution();
        }

        @Test
        void refusesAnotherCarrierOrTrackingNumber() {
            refuses(
                    given(PREPARED, REQUESTED).on(new RequestDispatch(SHIPMENT, "Slowpost", "PF-1")),
                    ShippingFailure.DISPATCHED_OTHERWISE);
            refuses(
                    given(PREPARED, REQUESTED).on(new RequestDispatch(SHIPMENT, "Parcelfast", "PF-2")),
                    ShippingFailure.DISPATCHED_OTHERWISE);
        }

        @Test
        void takesALatePreparationCalmly() {
            given(PREPARED, REQUESTED).on(PREPARE).expectNoEvents().expectSuccessfulHandlerExecution();
        }

        @Test
        void isNotDelivered() {
            refuses(given(PREPARED, REQUESTED).on(CONFIRM), ShippingFailure.SHIPMENT_NOT_DISPATCHED);
            given(PREPARED, REQUESTED).on(ASSUME).expectNoEvents().expectSuccessfulHandlerExecution();
        }
    }

    @Nested
    class Dispatched {

        @Test
        void arrives() {
            given(PREPARED, REQUESTED, DISPATCHED).on(CONFIRM).expectEvents(DELIVERED);
        }

        @Test
        void isAssumedToHaveArrived() {
            given(PREPARED, REQUESTED, DISPATCHED).on(ASSUME).expectEvents(ASSUMED);
        }

        @Test
        void answersACancellationByRefusingIt() {
            given(PREPARED, REQUESTED, DISPATCHED).on(CANCEL).expectEvents(LEAVING);
        }

        @Test
        void takesRepeatedCommandsCalmly() {
            given(PREPARED, REQUESTED, DISPATCHED).on(PREPARE).expectNoEvents().expectSuccessfulHandlerExecution();
            given(PREPARED, REQUESTED, DISPATCHED).on(REQUEST).expectNoEvents().expectSuccessfulHandlerExecution();
            given(PREPARED, REQUESTED, DISPATCHED).on(ACCEPT).expectNoEvents().expectSuccessfulHandlerExecution();
        }

        @Test
        void refusesAnotherTrackingNumber() {
            refuses(
                    given(PREPARED, REQUESTED, DISPATCHED).on(new RequestDispatch(SHIPMENT, "Parcelfast", "PF-2")),
                    ShippingFailure.DISPATCHED_OTHERWISE);
        }

        @Test
        void isTooFarAwayForItsDispatchToBeRefused() {
            refuses(given(PREPARED, REQUESTED, DISPATCHED).on(REFUSE), ShippingFailure.SHIPMENT_DISPATCHED);
        }
    }

    @Nested
    class Delivered {

        @Test
        void takesRepeatedAndLateCommandsCalmly() {
            for (Object late : List.of(PREPARE, REQUEST, ACCEPT, CONFIRM, ASSUME)) {
                given(PREPARED, REQUESTED, DISPATCHED, DELIVERED).on(late)
                        .expectNoEvents().expectSuccessfulHandlerExecution();
            }
        }

        @Test
        void takesAReportCalmlyThatComesAfterTheAssumption() {
            given(PREPARED, REQUESTED, DISPATCHED, ASSUMED).on(CONFIRM)
                    .expectNoEvents().expectSuccessfulHandlerExecution();
        }

        @Test
        void answersACancellationByRefusingIt() {
            given(PREPARED, REQUESTED, DISPATCHED, DELIVERED).on(CANCEL).expectEvents(ARRIVED);
        }

        @Test
        void isTooFarAwayForItsDispatchToBeRefused() {
            refuses(given(PREPARED, REQUESTED, DISPATCHED, DELIVERED).on(REFUSE), ShippingFailure.SHIPMENT_DISPATCHED);
        }
    }

    @Nested
    class Cancelled {

        @Test
        void staysCancelledWhenItsPreparationComesLate() {
            given(CANCELLED).on(PREPARE).expectNoEvents().expectSuccessfulHandlerExecution();
            given(PREPARED, CANCELLED).on(PREPARE).expectNoEvents().expectSuccessfulHandlerExecution();

            assertThat(store.count()).isZero();
        }

        @Test
        void takesRepeatedAndLateStepsCalmly() {
            for (Object late : List.of(CANCEL, REFUSE, ASSUME)) {
                given(PREPARED, CANCELLED).on(late).expectNoEvents().expectSuccessfulHandlerExecution();
                given(CANCELLED).on(late).expectNoEvents().expectSuccessfulHandlerExecution();
            }
        }

        @Test
        void neverLeaves() {
            refuses(given(PREPARED, CANCELLED).on(REQUEST), ShippingFailure.SHIPMENT_CANCELLED);
            refuses(given(CANCELLED).on(REQUEST), ShippingFailure.SHIPMENT_CANCELLED);
            refuses(given(PREPARED, REQUESTED, UNPAID).on(ACCEPT), ShippingFailure.SHIPMENT_CANCELLED);
        }

        @Test
        void isNotDelivered() {
            refuses(given(PREPARED, CANCELLED).on(CONFIRM), ShippingFailure.SHIPMENT_CANCELLED);
        }
    }

    private interface When {
        ResultValidator<Shipment> on(Object command);
    }

    private When given(Object... events) {
        return command -> fixture.given(events).when(command);
    }

    private ResultValidator<Shipment> on(Object command) {
        return fixture.givenNoPriorActivity().when(command);
    }

    private static void refuses(ResultValidator<Shipment> result, ShippingFailure failure) {
        result.expectException(Refusal.class).expectExceptionDetails(withCode(failure)).expectNoEvents();
    }

    private static Matcher<Failure> withCode(ShippingFailure failure) {
        return new CustomTypeSafeMatcher<>("a failure with the code " + failure.code()) {
            @Override
            protected boolean matchesSafely(Failure item) {
                return item.code().equals(failure.code());
            }
        };
    }
}
