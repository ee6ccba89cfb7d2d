package dev.cleave.inventory.stock;

import dev.cleave.inventory.api.ReservationRefused;
import dev.cleave.inventory.api.ReservationReleased;
import dev.cleave.inventory.api.ReservationShipped;
import dev.cleave.inventory.api.StockAdjusted;
import dev.cleave.inventory.api.StockReceived;
import dev.cleave.inventory.api.StockReserved;
import dev.cleave.inventory.api.StockReturned;
import dev.cleave.inventory.api.WarehouseId;
import dev.cleave.platform.messaging.View;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.JdbcTemplate;

/** Adds up a whole batch of events before it writes, so that a product that many orders name is written once. */
@View("stock")
class StockView {

    private static final String MOVEMENTS = Movements.class.getName();

    private final JdbcTemplate store;

    StockView(JdbcTemplate store) {
        this.store = store;
    }

    @EventHandler
    void on(StockReceived event, @SequenceNumber long version) {
        movements(event.warehouse(), version).received(event.warehouse(), event.sku(), event.quantity());
    }

    @EventHandler
    void on(StockAdjusted event, @SequenceNumber long version) {
        movements(event.warehouse(), version).adjusted(event.warehouse(), event.sku(), event.change());
    }

    @EventHandler
    void on(StockReserved event, @SequenceNumber long version) {
        movements(event.warehouse(), version).reserved(event.warehouse(), event.lines());
    }

    @EventHandler
    void on(ReservationRefused event, @SequenceNumber long version) {
        movements(event.warehouse(), version);
    }

    @EventHandler
    void on(ReservationReleased event, @SequenceNumber long version) {
        movements(event.warehouse(), version).released(event.warehouse(), event.lines());
    }

    @EventHandler
    void on(ReservationShipped event, @SequenceNumber long version) {
        movements(event.warehouse(), version).shipped(event.warehouse(), event.lines());
    }

    @EventHandler
    void on(StockReturned event, @SequenceNumber long version) {
        movements(event.warehouse(), version).returned(event.warehouse(), event.lines());
    }

    @ResetHandler
    void reset() {
        store.update("DELETE FROM stock");
        store.update("DELETE FROM stock_version");
    }

    private Movements movements(WarehouseId warehouse, long version) {
        UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
        Movements movements = batch.getOrComputeResource(MOVEMENTS, key -> {
            var fresh = new Movements();
            batch.onPrepareCommit(unit -> write(fresh));
            return fresh;
        });
        movements.readUpTo(warehouse, version);
        return movements;
    }

    private void write(Movements movements) {
        List<Object[]> rows = new ArrayList<>(movements.byRow().size());
        movements.byRow().forEach((row, sum) -> rows.add(new Object[] {
            sum.onHand, sum.reserved, sum.received, sum.adjusted, sum.shipped, sum.returned, row.warehouse(), row.sku()
        }));
        updateOrInsert(
                rows,
                """
                UPDATE stock SET on_hand = on_hand + ?, reserved = reserved + ?, received = received + ?,
                    adjusted = adjusted + ?, shipped = shipped + ?, returned = returned + ?
                WHERE warehouse = ? AND sku = ?""",
                """
                INSERT INTO stock (on_hand, reserved, received, adjusted, shipped, returned, warehouse, sku)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""");

        List<Object[]> versions = new ArrayList<>();
        movements.versions().forEach((warehouse, version) -> versions.add(new Object[] {version, warehouse.toString()}));
        updateOrInsert(
                versions,
                "UPDATE stock_version SET version = GREATEST(version, ?) WHERE aggregate_id = ?",
                "INSERT INTO stock_version (version, aggregate_id) VALUES (?, ?)");
    }

    private void updateOrInsert(List<Object[]> rows, String update, String insert) {
        if (rows.isEmpty()) {
            return;
        }
        int[] updated = store.batchUpdate(update, rows);
        List<Object[]> missing = new ArrayList<>();
        for (int i = 0; i < updated.length; i++) {
            if (updated[i] == 0) {
                missing.add(rows.get(i));
            }
        }
        if (!missing.isEmpty()) {
            store.batchUpdate(insert, missing);
        }
    }
}
