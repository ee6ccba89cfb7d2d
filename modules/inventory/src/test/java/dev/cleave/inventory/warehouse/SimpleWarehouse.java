package dev.cleave.inventory.warehouse;

import dev.cleave.catalog.api.Sku;
import dev.cleave.inventory.api.AdjustStock;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The warehouse as one would first write it: it forgets nothing, and looks every number up in lists of what happened. */
public final class SimpleWarehouse {

    private final Map<Sku, Long> in = new HashMap<>();
    private final Map<Sku, Long> out = new HashMap<>();
    private final Map<ReservationId, List<StockLine>> open = new HashMap<>();
    private final Set<ReservationId> asked = new HashSet<>();
    private final Set<ReservationId> released = new HashSet<>();
    private final Set<ReservationId> shipped = new HashSet<>();
    private final Map<List<Object>, Integer> references = new HashMap<>();

    /** The event that must follow, the code of the refusal, or null if nothing must happen. */
    public Object decide(Object command) {
        return switch (command) {
            case ReceiveStock c -> count(List.of("receipt", c.sku(), c.reference()), c.sku(), c.quantity(),
                    new StockReceived(c.warehouse(), c.sku(), c.quantity(), c.reference()));
            case AdjustStock c -> count(List.of("adjustment", c.sku(), c.reference()), c.sku(), c.change(),
                    new StockAdjusted(c.warehouse(), c.sku(), c.change(), c.reason(), c.reference()));
            case ReserveStock c -> reserve(c);
            case ReleaseReservation c -> {
                if (!released.add(c.reservation())) {
                    yield null;
                }
                yield new ReservationReleased(c.warehouse(), c.reservation(), taken(c.reservation()), c.reason());
            }
            case ShipReservation c -> {
                if (!shipped.add(c.reservation())) {
                    yield null;
                }
                List<StockLine> lines = taken(c.reservation());
                lines.forEach(line -> out.merge(line.sku(), (long) line.quantity(), Long::sum));
                yield new ReservationShipped(c.warehouse(), c.reservation(), lines);
            }
            case ReturnStock c -> {
                if (references.putIfAbsent(List.of("return", c.reservation(), c.reference()), 1) != null) {
                    yield null;
                }
                c.lines().forEach(line -> in.merge(line.sku(), (long) line.quantity(), Long::sum));
                yield new StockReturned(c.warehouse(), c.reservation(), c.reference(), c.lines());
            }
            default -> throw new IllegalArgumentException(command.toString());
        };
    }

    public long onHand(Sku sku) {
        return in.getOrDefault(sku, 0L) - out.getOrDefault(sku, 0L);
    }

    public long reserved(Sku sku) {
        return open.values().stream()
                .flatMap(List::stream)
                .filter(line -> line.sku().equals(sku))
                .mapToLong(StockLine::quantity)
                .sum();
    }

    private Object count(List<Object> reference, Sku sku, int pieces, Object event) {
        Integer counted = references.get(reference);
        if (counted != null) {
            return counted == pieces ? null : "reference-reused";
        }
        if (onHand(sku) + pieces > 1_000_000_000) {
            return "quantity-too-large";
        }
        if (pieces < 0 && onHand(sku) + pieces < reserved(sku)) {
            return "stock-reserved";
        }
        references.put(reference, pieces);
        in.merge(sku, (long) pieces, Long::sum);
        return event;
    }

    private Object reserve(ReserveStock command) {
        ReservationId reservation = command.reservation();
        if (asked.contains(reservation)) {
            return null;
        }
        asked.add(reservation);
        if (released.contains(reservation) || shipped.contains(reservation)) {
            return new ReservationRefused(command.warehouse(), reservation, "released-before", List.of());
        }
        List<Shortage> shortages = new ArrayList<>();
        for (StockLine line : command.lines()) {
            long free = onHand(line.sku()) - reserved(line.sku());
            if (line.quantity() > free) {
                shortages.add(new Shortage(line.sku(), line.quantity(), free));
            }
        }
        if (!shortages.isEmpty()) {
            return new ReservationRefused(command.warehouse(), reservation, "out-of-stock", shortages);
        }
        open.put(reservation, command.lines());
        return new StockReserved(command.warehouse(), reservation, command.lines());
    }

    private List<StockLine> taken(ReservationId reservation) {
        List<StockLine> lines = open.remove(reservation);
        return lines == null ? List.of() : lines;
    }
}
