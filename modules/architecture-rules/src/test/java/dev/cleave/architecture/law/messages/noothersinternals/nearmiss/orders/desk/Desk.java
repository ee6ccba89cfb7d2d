package dev.cleave.architecture.law.messages.noothersinternals.nearmiss.orders.desk;

import dev.cleave.architecture.law.messages.noothersinternals.nearmiss.stock.api.StockTaken;
import java.util.List;

class Desk {

    private final List<StockTaken> taken = List.of(new StockTaken("pen", 2));

    int left(Shelf shelf) {
        return shelf.left() - taken.getFirst().quantity();
    }
}
