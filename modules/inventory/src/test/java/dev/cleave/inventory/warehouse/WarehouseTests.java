package dev.cleave.inventory.warehouse;

import dev.cleave.catalog.api.Sku;
import dev.cleave.inventory.api.AdjustStock;
import dev.cleave.inventory.api.InventoryFailure;
import dev.cleave.inventory.api.ReceiveStock;
import dev.cleave.inventory.api.ReleaseReservation;
import dev.cleave.inventory.api.ReservationId;
import dev.cleave.inventory.api.ReservationRefused;
import dev.cleave.inventory.api.ReservationReleased;
import dev.cleave.inventory.api.ReservationShipped;
import dev.cleave.inventory.api.ReserveStock;
import dev.cleave.inventory.api.ReturnStock;
import dev.cleave.inventory.api.ShipReservation;
import dev.cleave.inventory.api.Shortage;
import dev.cleave.inventory.api.StockAdjusted;
import dev.cleave.inventory.api.StockLine;
import dev.cleave.inventory.api.StockReceived;
import dev.cleave.inventory.api.StockReserved;
import dev.cleave.inventory.api.StockReturned;
import dev.cleave.inventory.api.WarehouseId;
import dev.cleave.inventory.product.Standing;
import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.failure.Refusal;
import java.util.List;
import org.axonframework.messaging.annotation.FixedValueParameterResolver;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WarehouseTests {

    private static final WarehouseId MAIN = WarehouseId.MAIN;
    private static final Sku MUG = new Sku("MUG");
    private static final Sku LAMP = new Sku("LAMP");
    private static final ReservationId ORDER = new ReservationId("order-1");
    private static final ReservationId OTHER = new ReservationId("order-2");

    private Standing standing = Standing.FOR_SALE;

    private final FixtureConfiguration<Warehouse> fixture = new AggregateTestFixture<>(Warehouse.class)
            .registerParameterResolverFactory((handler, parameters, index) -> parameters[index].getType() == Standing.class
                    ? new FixedValueParameterResolver<>(standing) : null);

    @Nested
    class Receiving {

        @Test
        void booksPiecesOfAnyProduct() {
            fixture.givenNoPriorActivity().when(receive(MUG, 10, "r1")).expectEvents(received(MUG, 10, "r1"));
        }

        @Test
        void refusesAProductThatNobodyListed() {
            standing = Standing.UNKNOWN;
            refused(fixture.givenNoPriorActivity().when(receive(MUG, 10, "r1")), InventoryFailure.PRODUCT_UNKNOWN);
        }

        @Test
        void refusesAProductForNowThatItHasYetToHearOf() {
            standing = Standing.NOT_YET_KNOWN;
            refused(fixture.givenNoPriorActivity().when(receive(MUG, 10, "r1")), InventoryFailure.PRODUCT_NOT_YET_KNOWN);
        }

        @Test
        void takesInWhatStillArrivesOfARetiredProduct() {
            standing = Standing.RETIRED;
            fixture.givenNoPriorActivity().when(receive(MUG, 10, "r1")).expectEvents(received(MUG, 10, "r1"));
        }

        @Test
        void refusesMoreOfWhatAnEarlierDayTookInThoughNobodyListedIt() {
            standing = Standing.UNKNOWN;
            refused(fixture.given(received(MUG, 10, "r1")).when(receive(MUG, 10, "r2")), InventoryFailure.PRODUCT_UNKNOWN);
        }

        @Test
        void aReceiptThatWasCountedStaysCountedThoughNobodyListedTheProduct() {
            standing = Standing.UNKNOWN;
            calm(fixture.given(received(MUG, 10, "r1")).when(receive(MUG, 10, "r1")));
        }

        @Test
        void countsAReferenceOnce() {
            calm(fixture.given(received(MUG, 10, "r1"), received(MUG, 5, "r2")).when(receive(MUG, 10, "r1")));
        }

        @Test
        void countsTheSameReferenceForEachProduct() {
            fixture.given(received(MUG, 10, "r1")).when(receive(LAMP, 10, "r1")).expectEvents(received(LAMP, 10, "r1"));
        }

        @Test
        void refusesAReferenceWithAnotherQuantity() {
            refused(
                    fixture.given(received(MUG, 10, "r1")).when(receive(MUG, 11, "r1")),
                    InventoryFailure.REFERENCE_REUSED);
        }

        @Test
        void aReceiptAndACorrectionMayShareAReference() {
            fixture.given(adjusted(MUG, 10, "r1")).when(receive(MUG, 11, "r1")).expectEvents(received(MUG, 11, "r1"));
        }

        @Test
        void holdsABoundedNumberOfPieces() {
            fixture.given(received(MUG, 999_999_999, "r1")).when(receive(MUG, 1, "r2")).expectEvents(received(MUG, 1, "r2"));
            refused(
                    fixture.given(received(MUG, 999_999_999, "r1")).when(receive(MUG, 2, "r2")),
                    InventoryFailure.QUANTITY_TOO_LARGE);
            refused(
                    fixture.given(received(MUG, 1_000_000_000, "r1")).when(receive(MUG, Integer.MAX_VALUE, "r2")),
                    InventoryFailure.QUANTITY_TOO_LARGE);
        }
    }

    @Nested
    class Correcting {

        @Test
        void correctsUpAndDown() {
            fixture.given(received(MUG, 10, "r1")).when(adjust(MUG, 3, "a1")).expectEvents(adjusted(MUG, 3, "a1"));
            fixture.given(received(MUG, 10, "r1")).when(adjust(MUG, -10, "a1")).expectEvents(adjusted(MUG, -10, "a1"));
        }

        @Test
        void correctsOnlyDownwardsWhatNobodyListed() {
            standing = Standing.UNKNOWN;
            fixture.given(received(MUG, 10, "r1")).when(adjust(MUG, -10, "a1")).expectEvents(adjusted(MUG, -10, "a1"));
            refused(fixture.given(received(MUG, 10, "r1")).when(adjust(MUG, 1, "a1")), InventoryFailure.PRODUCT_UNKNOWN);
            refused(fixture.givenNoPriorActivity().when(adjust(MUG, 1, "a1")), InventoryFailure.PRODUCT_UNKNOWN);
            refused(fixture.givenNoPriorActivity().when(adjust(MUG, -1, "a1")), InventoryFailure.PRODUCT_UNKNOWN);
        }

        @Test
        void whatNobodyListedIsStillReservedShippedAndTakenBack() {
            standing = Standing.UNKNOWN;
            fixture.given(received(MUG, 10, "r1"))
                    .when(new ReserveStock(MAIN, ORDER, List.of(line(MUG, 8))))
                    .expectEvents(reserved(ORDER, line(MUG, 8)));
            fixture.given(received(MUG, 10, "r1"))
                    .when(new ReturnStock(MAIN, ORDER, "back", List.of(line(MUG, 1))))
                    .expectEvents(new StockReturned(MAIN, ORDER, "back", List.of(line(MUG, 1))));
        }

        @Test
        void correctsUpWhatWasNeverReceived() {
            fixture.givenNoPriorActivity().when(adjust(MUG, 3, "a1")).expectEvents(adjusted(MUG, 3, "a1"));
        }

        @Test
        void takesNoReservedPieceOff() {
            fixture.given(received(MUG, 10, "r1"), reserved(ORDER, line(MUG, 8)))
                    .when(adjust(MUG, -2, "a1"))
                    .expectEvents(adjusted(MUG, -2, "a1"));
            refused(
                    fixture.given(received(MUG, 10, "r1"), reserved(ORDER, line(MUG, 8))).when(adjust(MUG, -3, "a1")),
                    InventoryFailure.STOCK_RESERVED);
        }

        @Test
        void takesNoPieceOffThatIsNotThere() {
            refused(fixture.givenNoPriorActivity().when(adjust(MUG, -1, "a1")), InventoryFailure.STOCK_RESERVED);
            refused(
                    fixture.given(received(MUG, 1, "r1")).when(adjust(MUG, Integer.MIN_VALUE, "a1")),
                    InventoryFailure.STOCK_RESERVED);
        }

        @Test
        void countsAReferenceOnce() {
            calm(fixture.given(received(MUG, 10, "r1"), adjusted(MUG, -6, "a1")).when(adjust(MUG, -6, "a1")));
        }

        @Test
        void refusesAReferenceWithAnotherChange() {
            refused(
                    fixture.given(received(MUG, 10, "r1"), adjusted(MUG, -6, "a1")).when(adjust(MUG, 6, "a1")),
                    InventoryFailure.REFERENCE_REUSED);
        }

        @Test
        void holdsABoundedNumberOfPieces() {
            refused(
                    fixture.given(received(MUG, 1_000_000_000, "r1")).when(adjust(MUG, 1, "a1")),
                    InventoryFailure.QUANTITY_TOO_LARGE);
        }
    }

    @Nested
    class Reserving {

        @Test
        void reservesAllLinesInOneEvent() {
            fixture.given(received(MUG, 10, "r1"), received(LAMP, 1, "r1"))
                    .when(reserve(ORDER, line(MUG, 10), line(LAMP, 1)))
                    .expectEvents(reserved(ORDER, line(MUG, 10), line(LAMP, 1)));
        }

        @Test
        void reservesNothingIfALineIsShort() {
            fixture.given(received(MUG, 10, "r1"), received(LAMP, 1, "r1"))
                    .when(reserve(ORDER, line(MUG, 10), line(LAMP, 2)))
                    .expectEvents(outOfStock(ORDER, new Shortage(LAMP, 2, 1)));
        }

        @Test
        void namesEveryShortage() {
            fixture.given(received(MUG, 10, "r1"), reserved(OTHER, line(MUG, 4)))
                    .when(reserve(ORDER, line(MUG, 7), line(LAMP, 1)))
                    .expectEvents(outOfStock(ORDER, new Shortage(MUG, 7, 6), new Shortage(LAMP, 1, 0)));
        }

        @Test
        void reservesNothingInAnEmptyWarehouse() {
            fixture.givenNoPriorActivity()
                    .when(reserve(ORDER, line(MUG, 1)))
                    .expectEvents(outOfStock(ORDER, new Shortage(MUG, 1, 0)));
        }

        @Test
        void addsUpLinesThatNameAProductTwice() {
            fixture.given(received(MUG, 10, "r1"), received(LAMP, 1, "r1"))
                    .when(reserve(ORDER, line(MUG, 4), line(LAMP, 1), line(MUG, 6)))
                    .expectEvents(reserved(ORDER, line(MUG, 10), line(LAMP, 1)));
            fixture.given(received(MUG, 10, "r1"))
                    .when(reserve(ORDER, line(MUG, 6), line(MUG, 6)))
                    .expectEvents(outOfStock(ORDER, new Shortage(MUG, 12, 10)));
        }

        @Test
        void reservesNoPieceTwice() {
            fixture.given(received(MUG, 10, "r1"), reserved(OTHER, line(MUG, 10)))
                    .when(reserve(ORDER, line(MUG, 1)))
                    .expectEvents(outOfStock(ORDER, new Shortage(MUG, 1, 0)));
        }

        @Test
        void answersAReservationOnce() {
            calm(fixture.given(received(MUG, 10, "r1"), reserved(ORDER, line(MUG, 3))).when(reserve(ORDER, line(MUG, 3))));
        }

        @Test
        void answersARefusedReservationOnceAlsoWhenStockHasCome() {
            calm(fixture.given(outOfStock(ORDER, new Shortage(MUG, 3, 0)), received(MUG, 10, "r1"))
                    .when(reserve(ORDER, line(MUG, 3))));
        }

        @Test
        void doesNotReserveAgainWhatWasReleased() {
            calm(fixture.given(
                    received(MUG, 10, "r1"), reserved(ORDER, line(MUG, 3)), released(ORDER, line(MUG, 3)))
                    .when(reserve(ORDER, line(MUG, 3))));
        }

        @Test
        void doesNotReserveAgainWhatWasShipped() {
            calm(fixture.given(received(MUG, 10, "r1"), reserved(ORDER, line(MUG, 3)), shipped(ORDER, line(MUG, 3)))
                    .when(reserve(ORDER, line(MUG, 3))));
        }

        @Test
        void refusesWhatWasReleasedBefore() {
            fixture.given(received(MUG, 10, "r1"), released(ORDER))
                    .when(reserve(ORDER, line(MUG, 3)))
                    .expectEvents(releasedBefore(ORDER));
        }

        @Test
        void refusesWhatWasReleasedBeforeOnce() {
            calm(fixture.given(received(MUG, 10, "r1"), released(ORDER), releasedBefore(ORDER))
                    .when(reserve(ORDER, line(MUG, 3))));
        }
    }

    @Nested
    class Releasing {

        @Test
        void givesThePiecesBack() {
            fixture.given(received(MUG, 10, "r1"), reserved(ORDER, line(MUG, 8)))
                    .when(release(ORDER))
                    .expectEvents(released(ORDER, line(MUG, 8)));
        }

        @Test
        void leavesThePiecesToOthers() {
            fixture.given(received(MUG, 10, "r1"), reserved(ORDER, line(MUG, 8)), released(ORDER, line(MUG, 8)))
                    .when(reserve(OTHER, line(MUG, 10)))
                    .expectEvents(reserved(OTHER, line(MUG, 10)));
        }

        @Test
        void leavesOtherReservationsAlone() {
            fixture.given(
                    received(MUG, 10, "r1"),
                    reserved(OTHER, line(MUG, 2)),
                    reserved(ORDER, line(MUG, 8)),
                    released(ORDER, line(MUG, 8)))
                    .when(release(OTHER))
                    .expectEvents(released(OTHER, line(MUG, 2)));
        }

        @Test
        void givesThePiecesBackOnce() {
            calm(fixture.given(
                    received(MUG, 10, "r1"), reserved(ORDER, line(MUG, 8)), released(ORDER, line(MUG, 8)))
                    .when(release(ORDER)));
        }

        @Test
        void answersForAnUnknownReservation() {
            fixture.givenNoPriorActivity().when(release(ORDER)).expectEvents(released(ORDER));
        }

        @Test
        void answersForARefusedReservation() {
            fixture.given(outOfStock(ORDER, new Shortage(MUG, 3, 0))).when(release(ORDER)).expectEvents(released(ORDER));
        }

        @Test
        void givesNothingBackThatWasShipped() {
            fixture.given(received(MUG, 10, "r1"), reserved(ORDER, line(MUG, 8)), shipped(ORDER, line(MUG, 8)))
                    .when(release(ORDER))
                    .expectEvents(released(ORDER));
        }
    }

    @Nested
    class Shipping {

        @Test
        void takesThePiecesOut() {
            fixture.given(received(MUG, 10, "r1"), reserved(ORDER, line(MUG, 8)))
                    .when(ship(ORDER))
                    .expectEvents(shipped(ORDER, line(MUG, 8)));
        }

        @Test
        void leavesTheRestFree() {
            fixture.given(received(MUG, 10, "r1"), reserved(ORDER, line(MUG, 8)), shipped(ORDER, line(MUG, 8)))
                    .when(reserve(OTHER, line(MUG, 3)))
                    .expectEvents(outOfStock(OTHER, new Shortage(MUG, 3, 2)));
        }

        @Test
        void takesThePiecesOutOnce() {
            calm(fixture.given(received(MUG, 10, "r1"), reserved(ORDER, line(MUG, 8)), shipped(ORDER, line(MUG, 8)))
                    .when(ship(ORDER)));
        }

        @Test
        void takesNothingOutThatIsNotReserved() {
            fixture.given(received(MUG, 10, "r1")).when(ship(ORDER)).expectEvents(shipped(ORDER));
            fixture.given(received(MUG, 10, "r1"), reserved(ORDER, line(MUG, 8)), released(ORDER, line(MUG, 8)))
                    .when(ship(ORDER))
                    .expectEvents(shipped(ORDER));
        }

        @Test
        void reservesNothingAfterAnEmptyShipment() {
            fixture.given(received(MUG, 10, "r1"), shipped(ORDER))
                    .when(reserve(ORDER, line(MUG, 1)))
                    .expectEvents(releasedBefore(ORDER));
        }
    }

    @Nested
    class Returning {

        @Test
        void putsThePiecesBack() {
            fixture.given(received(MUG, 8, "r1"), reserved(ORDER, line(MUG, 8)), shipped(ORDER, line(MUG, 8)))
                    .when(giveBack(ORDER, "x1", line(MUG, 2), line(MUG, 3)))
                    .expectEvents(returned(ORDER, "x1", line(MUG, 5)));
        }

        @Test
        void leavesThePiecesToOthers() {
            fixture.given(
                    received(MUG, 8, "r1"),
                    reserved(ORDER, line(MUG, 8)),
                    shipped(ORDER, line(MUG, 8)),
                    returned(ORDER, "x1", line(MUG, 5)))
                    .when(reserve(OTHER, line(MUG, 5)))
                    .expectEvents(reserved(OTHER, line(MUG, 5)));
        }

        @Test
        void countsAReferenceOncePerReservation() {
            calm(fixture.given(returned(ORDER, "x1", line(MUG, 5))).when(giveBack(ORDER, "x1", line(MUG, 5))));
            fixture.given(returned(ORDER, "x1", line(MUG, 5)))
                    .when(giveBack(OTHER, "x1", line(MUG, 5)))
                    .expectEvents(returned(OTHER, "x1", line(MUG, 5)));
        }

        @Test
        void isNeverRefusedForWantOfRoom() {
            fixture.given(received(MUG, 1_000_000_000, "r1"), returned(ORDER, "x1", line(MUG, Integer.MAX_VALUE)))
                    .when(giveBack(ORDER, "x2", line(MUG, Integer.MAX_VALUE)))
                    .expectEvents(returned(ORDER, "x2", line(MUG, Integer.MAX_VALUE)));
        }
    }

    private static ReceiveStock receive(Sku sku, int quantity, String reference) {
        return new ReceiveStock(MAIN, sku, quantity, reference);
    }

    private static StockReceived received(Sku sku, int quantity, String reference) {
        return new StockReceived(MAIN, sku, quantity, reference);
    }

    private static AdjustStock adjust(Sku sku, int change, String reference) {
        return new AdjustStock(MAIN, sku, change, "counted", reference);
    }

    private static StockAdjusted adjusted(Sku sku, int change, String reference) {
        return new StockAdjusted(MAIN, sku, change, "counted", reference);
    }

    private static ReserveStock reserve(ReservationId reservation, StockLine... lines) {
        return new ReserveStock(MAIN, reservation, List.of(lines));
    }

    private static StockReserved reserved(ReservationId reservation, StockLine... lines) {
        return new StockReserved(MAIN, reservation, List.of(lines));
    }

    private static ReservationRefused outOfStock(ReservationId reservation, Shortage... shortages) {
        return new ReservationRefused(MAIN, reservation, "out-of-stock", List.of(shortages));
    }

    private static ReservationRefused releasedBefore(ReservationId reservation) {
        return new ReservationRefused(MAIN, reservation, "released-before", List.of());
    }

    private static ReleaseReservation release(ReservationId reservation) {
        return new ReleaseReservation(MAIN, reservation, "cancelled");
    }

    private static ReservationReleased released(ReservationId reservation, StockLine... lines) {
        return new ReservationReleased(MAIN, reservation, List.of(lines), "cancelled");
    }

    private static ShipReservation ship(ReservationId reservation) {
        return new ShipReservation(MAIN, reservation);
    }

    private static ReservationShipped shipped(ReservationId reservation, StockLine... lines) {
        return new ReservationShipped(MAIN, reservation, List.of(lines));
    }

    private static ReturnStock giveBack(ReservationId reservation, String reference, StockLine... lines) {
        return new ReturnStock(MAIN, reservation, reference, List.of(lines));
    }

    private static StockReturned returned(ReservationId reservation, String reference, StockLine... lines) {
        return new StockReturned(MAIN, reservation, reference, List.of(lines));
    }

    private static StockLine line(Sku sku, int quantity) {
        return new StockLine(sku, quantity);
    }

    private static void calm(ResultValidator<Warehouse> result) {
        result.expectSuccessfulHandlerExecution().expectNoEvents();
    }

    private static void refused(ResultValidator<Warehouse> result, InventoryFailure code) {
        result.expectNoEvents()
                .expectException(Refusal.class)
                .expectExceptionDetails(new CustomTypeSafeMatcher<Failure>("a failure with code " + code.code()) {
                    @Override
                    protected boolean matchesSafely(Failure failure) {
                        return failure.code().equals(code.code()) && failure.kind() == code.kind();
                    }
                });
    }
}
