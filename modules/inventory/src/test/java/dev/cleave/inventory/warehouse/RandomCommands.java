package dev.cleave.inventory.warehouse;

import dev.cleave.catalog.api.Sku;
import dev.cleave.inventory.api.AdjustStock;
import dev.cleave.inventory.api.ReceiveStock;
import dev.cleave.inventory.api.ReleaseReservation;
import dev.cleave.inventory.api.ReservationId;
import dev.cleave.inventory.api.ReserveStock;
import dev.cleave.inventory.api.ReturnStock;
import dev.cleave.inventory.api.ShipReservation;
import dev.cleave.inventory.api.StockLine;
import dev.cleave.inventory.api.WarehouseId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Commands as a warehouse may get them: in any order, some of them again. */
public final class RandomCommands {

    public static final List<Sku> SKUS = IntStream.range(0, 12).mapToObj(i -> new Sku("sku-" + i)).toList();

    private static final WarehouseId MAIN = WarehouseId.MAIN;

    private final Random random;
    private final List<Object> sent = new ArrayList<>();

    public RandomCommands(long seed) {
        random = new Random(seed);
    }

    public Object next() {
        if (!sent.isEmpty() && random.nextInt(4) == 0) {
            return sent.get(random.nextInt(sent.size()));
        }
        Object command = fresh();
        sent.add(command);
        return command;
    }

    private Object fresh() {
        return switch (random.nextInt(12)) {
            case 0, 1 -> new ReceiveStock(MAIN, sku(), quantity(), reference());
            case 2 -> new AdjustStock(MAIN, sku(), random.nextBoolean() ? quantity() : -quantity(), "counted", reference());
            case 3, 4, 5, 6, 7 -> new ReserveStock(MAIN, reservation(), lines());
            case 8 -> new ReleaseReservation(MAIN, reservation(), "cancelled");
            case 9, 10 -> new ShipReservation(MAIN, reservation());
            default -> new ReturnStock(MAIN, reservation(), "return-" + random.nextInt(3), lines());
        };
    }

    private Sku sku() {
        return SKUS.get(random.nextInt(SKUS.size()));
    }

    private int quantity() {
        return random.nextInt(200) == 0 ? 999_999_999 : 1 + random.nextInt(40);
    }

    private String reference() {
        return "reference-" + random.nextInt(500);
    }

    private ReservationId reservation() {
        return new ReservationId("order-" + random.nextInt(900));
    }

    private List<StockLine> lines() {
        return IntStream.rangeClosed(0, random.nextInt(6))
                .mapToObj(i -> new StockLine(sku(), 1 + random.nextInt(12)))
                .toList();
    }
}
