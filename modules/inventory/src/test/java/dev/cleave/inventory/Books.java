package dev.cleave.inventory;

import dev.cleave.catalog.api.Sku;
import dev.cleave.inventory.api.ReservationRefused;
import dev.cleave.inventory.api.ReservationReleased;
import dev.cleave.inventory.api.ReservationShipped;
import dev.cleave.inventory.api.StockAdjusted;
import dev.cleave.inventory.api.StockLine;
import dev.cleave.inventory.api.StockReceived;
import dev.cleave.inventory.api.StockReserved;
import dev.cleave.inventory.api.StockReturned;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A fold over the warehouse's events that shares nothing with the program's own. */
public final class Books {

    private static final Account EMPTY = new Account(0, 0, 0, 0, 0);

    private final Map<String, Account> accounts = new TreeMap<>();

    public record Account(long received, long adjusted, long reserved, long shipped, long returned) {

        public long onHand() {
            return received + adjusted - shipped + returned;
        }
    }

    public void book(Object event) {
        switch (event) {
            case StockReceived e -> change(e.sku(), a -> plus(a, e.quantity(), 0, 0, 0, 0));
            case StockAdjusted e -> change(e.sku(), a -> plus(a, 0, e.change(), 0, 0, 0));
            case StockReserved e -> book(e.lines(), 0, 0, 1, 0, 0);
            case ReservationReleased e -> book(e.lines(), 0, 0, -1, 0, 0);
            case ReservationShipped e -> book(e.lines(), 0, 0, -1, 1, 0);
            case StockReturned e -> book(e.lines(), 0, 0, 0, 0, 1);
            case ReservationRefused e -> {}
            default -> throw new IllegalArgumentException(event.toString());
        }
    }

    public Account account(Sku sku) {
        return accounts.getOrDefault(sku.value(), EMPTY);
    }

    /** The accounts of all products that were ever moved, by sku. */
    public Map<String, Account> accounts() {
        return accounts;
    }

    private void book(List<StockLine> lines, int received, int adjusted, int reserved, int shipped, int returned) {
        for (StockLine line : lines) {
            long q = line.quantity();
            change(line.sku(), a -> plus(a, received * q, adjusted * q, reserved * q, shipped * q, returned * q));
        }
    }

    private void change(Sku sku, UnaryOperator<Account> change) {
        accounts.compute(sku.value(), (key, account) -> change.apply(account == null ? EMPTY : account));
    }

    private static Account plus(Account a, long received, long adjusted, long reserved, long shipped, long returned) {
        return new Account(
                a.received + received,
                a.adjusted + adjusted,
                a.reserved + reserved,
                a.shipped + shipped,
                a.returned + returned);
    }
}
