package dev.cleave.inventory.warehouse;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
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
import dev.cleave.platform.failure.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A snapshot is its fields as JSON; whoever changes their meaning raises the revision, so that older ones are passed over. */
@Aggregate(type = "Warehouse", cache = "aggregateCache", snapshotTriggerDefinition = "warehouseSnapshots")
@Revision("1")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
class Warehouse {

    private static final int ASKED_FOR = 1;
    private static final int RELEASED = 2;
    private static final int SHIPPED = 4;

    @AggregateIdentifier
    private @Nullable WarehouseId id;

    private Shelves shelves = new Shelves();
    private OpenReservations open = new OpenReservations();
    private RecentNotes closed = new RecentNotes();
    private RecentNotes references = new RecentNotes();

    Warehouse() {}

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void receive(ReceiveStock command, Standing product) {
        if (isCounted(receipt(command.sku(), command.reference()), command.quantity())) {
            return;
        }
        checkListed(product);
        checkRoom(command.sku(), command.quantity());
        apply(new StockReceived(command.warehouse(), command.sku(), command.quantity(), command.reference()));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void adjust(AdjustStock command, Standing product) {
        if (isCounted(adjustment(command.sku(), command.reference()), command.change())) {
            return;
        }
        if (command.change() > 0 || shelves.onHand(command.sku()) == 0) {
            checkListed(product);
        }
        checkRoom(command.sku(), command.change());
        long free = shelves.free(command.sku());
        if (free + command.change() < 0) {
            throw Refusal.of(
                    InventoryFailure.STOCK_RESERVED,
                    "Only " + free + " pieces are there and not reserved; take off at most those.",
                    Map.of("available", String.valueOf(free)));
        }
        apply(new StockAdjusted(
                command.warehouse(), command.sku(), command.change(), command.reason(), command.reference()));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void reserve(ReserveStock command) {
        ReservationId reservation = command.reservation();
        int past = past(reservation);
        if (open.contains(reservation) || (past & ASKED_FOR) != 0) {
            return;
        }
        if (past != 0) {
            refuse(command, ReservationRefused.RELEASED_BEFORE, List.of());
            return;
        }
        List<Shortage> shortages = shortages(command.lines());
        if (shortages.isEmpty()) {
            apply(new StockReserved(command.warehouse(), reservation, command.lines()));
        } else {
            refuse(command, ReservationRefused.OUT_OF_STOCK, shortages);
        }
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void release(ReleaseReservation command) {
        if ((past(command.reservation()) & RELEASED) == 0) {
            apply(new ReservationReleased(
                    command.warehouse(), command.reservation(), reserved(command.reservation()), command.reason()));
        }
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void ship(ShipReservation command) {
        if ((past(command.reservation()) & SHIPPED) == 0) {
            apply(new ReservationShipped(
                    command.warehouse(), command.reservation(), reserved(command.reservation())));
        }
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void takeBack(ReturnStock command) {
        if (references.get(comeHome(command.reservation(), command.reference())) == 0) {
            apply(new StockReturned(
                    command.warehouse(), command.reservation(), command.reference(), command.lines()));
        }
    }

    @EventSourcingHandler
    void on(StockReceived event) {
        id = event.warehouse();
        shelves.put(event.sku(), event.quantity());
        references.put(receipt(event.sku(), event.reference()), event.quantity());
    }

    @EventSourcingHandler
    void on(StockAdjusted event) {
        id = event.warehouse();
        shelves.put(event.sku(), event.change());
        references.put(adjustment(event.sku(), event.reference()), event.change());
    }

    @EventSourcingHandler
    void on(StockReserved event) {
        event.lines().forEach(line -> shelves.reserve(line.sku(), line.quantity()));
        open.put(event.reservation(), shelves.pack(event.lines()));
    }

    @EventSourcingHandler
    void on(ReservationRefused event) {
        id = event.warehouse();
        close(event.reservation(), ASKED_FOR);
    }

    @EventSourcingHandler
    void on(ReservationReleased event) {
        id = event.warehouse();
        event.lines().forEach(line -> shelves.reserve(line.sku(), -line.quantity()));
        close(event.reservation(), RELEASED);
    }

    @EventSourcingHandler
    void on(ReservationShipped event) {
        id = event.warehouse();
        event.lines().forEach(line -> shelves.ship(line.sku(), line.quantity()));
        close(event.reservation(), SHIPPED);
    }

    @EventSourcingHandler
    void on(StockReturned event) {
        id = event.warehouse();
        event.lines().forEach(line -> shelves.put(line.sku(), line.quantity()));
        references.put(comeHome(event.reservation(), event.reference()), 1);
    }

    private boolean isCounted(long reference, int pieces) {
        int counted = references.get(reference);
        if (counted != 0 && counted != pieces) {
            throw Refusal.of(
                    InventoryFailure.REFERENCE_REUSED,
                    "This reference was used with " + counted + " pieces; use a new one.",
                    Map.of("counted", String.valueOf(counted)));
        }
        return counted != 0;
    }

    /** Nothing is put on a shelf for a product that nobody listed; what an earlier day put there can still leave. */
    private static void checkListed(Standing product) {
        switch (product) {
            case FOR_SALE, RETIRED -> {}
            case NOT_YET_KNOWN -> throw Refusal.of(
                    InventoryFailure.PRODUCT_NOT_YET_KNOWN,
                    "The product was listed just now and is not known here yet; try again in a moment.");
            case UNKNOWN -> throw Refusal.of(
                    InventoryFailure.PRODUCT_UNKNOWN,
                    "No product was ever listed under this sku; correct the sku, or list the product first.");
        }
    }

    private void checkRoom(Sku sku, int pieces) {
        long onHand = shelves.onHand(sku);
        if (onHand + pieces > ReceiveStock.MOST_PIECES) {
            throw Refusal.of(
                    InventoryFailure.QUANTITY_TOO_LARGE,
                    "A warehouse holds at most " + ReceiveStock.MOST_PIECES + " pieces of a product, and has " + onHand + ".",
                    Map.of("most", String.valueOf(ReceiveStock.MOST_PIECES)));
        }
    }

    private List<Shortage> shortages(List<StockLine> lines) {
        List<Shortage> shortages = new ArrayList<>();
        for (StockLine line : lines) {
            long free = shelves.free(line.sku());
            if (free < line.quantity()) {
                shortages.add(new Shortage(line.sku(), line.quantity(), free));
            }
        }
        return shortages;
    }

    private static void refuse(ReserveStock command, String reason, List<Shortage> shortages) {
        apply(new ReservationRefused(command.warehouse(), command.reservation(), reason, shortages));
    }

    private List<StockLine> reserved(ReservationId reservation) {
        PackedLines lines = open.get(reservation);
        return lines == null ? List.of() : shelves.unpack(lines);
    }

    private int past(ReservationId reservation) {
        return closed.get(RecentNotes.name(reservation.value()));
    }

    private void close(ReservationId reservation, int how) {
        int asked = open.remove(reservation) ? ASKED_FOR : 0;
        closed.put(RecentNotes.name(reservation.value()), past(reservation) | asked | how);
    }

    private static long receipt(Sku sku, String reference) {
        return RecentNotes.name("receipt", sku.value(), reference);
    }

    private static long adjustment(Sku sku, String reference) {
        return RecentNotes.name("adjustment", sku.value(), reference);
    }

    private static long comeHome(ReservationId reservation, String reference) {
        return RecentNotes.name("return", reservation.value(), reference);
    }
}
