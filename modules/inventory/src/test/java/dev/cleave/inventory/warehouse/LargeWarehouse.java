package dev.cleave.inventory.warehouse;

import dev.cleave.catalog.api.Sku;
import dev.cleave.inventory.api.ReservationId;
import dev.cleave.inventory.api.ReservationReleased;
import dev.cleave.inventory.api.StockLine;
import dev.cleave.inventory.api.StockReceived;
import dev.cleave.inventory.api.StockReserved;
import dev.cleave.inventory.api.WarehouseId;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** A warehouse as it is after years: its memories are full, and it has many products and open reservations. */
final class LargeWarehouse {

    private static final WarehouseId ID = new WarehouseId("main");

    private LargeWarehouse() {}

    static Warehouse of(int products, int reservations) {
        var random = new Random(1);
        var warehouse = new Warehouse();
        List<Sku> skus = IntStream.range(0, products).mapToObj(i -> new Sku("SKU-" + i)).toList();
        for (int i = 0; i < products; i++) {
            warehouse.on(new StockReceived(ID, skus.get(i), 1_000_000, "first-" + i));
        }
        for (int i = 0; i < 2 * RecentNotes.KEPT + 1; i++) {
            warehouse.on(new StockReceived(ID, skus.get(i % products), 1, "later-" + i));
            warehouse.on(new ReservationReleased(ID, reservation(random), List.of(), "changed-mind"));
        }
        for (int i = 0; i < reservations; i++) {
            int first = random.nextInt(products - 10);
            List<StockLine> lines = IntStream.range(0, 1 + random.nextInt(9))
                    .mapToObj(line -> new StockLine(skus.get(first + line), 1 + random.nextInt(12)))
                    .toList();
            warehouse.on(new StockReserved(ID, reservation(random), lines));
        }
        return warehouse;
    }

    private static ReservationId reservation(Random random) {
        return new ReservationId(new UUID(random.nextLong(), random.nextLong()).toString());
    }
}
