package dev.cleave.architecture.law.messages.noothersinternals.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.messages.noothersinternals.broken.stock.api.StockTaken;
import dev.cleave.architecture.law.messages.noothersinternals.broken.stock.shelf.Labelled;
import dev.cleave.architecture.law.messages.noothersinternals.broken.stock.shelf.Shelf;
import dev.cleave.architecture.law.messages.noothersinternals.broken.stock.shelf.ShelfEmpty;
import java.util.List;
import java.util.function.ToIntFunction;

@Caught
@Labelled
class Desk {

    @Caught
    private List<Shelf> shelves = List.of();

    int taken(StockTaken event) {
        return event.quantity();
    }

    @Caught
    int left(String product) {
        return shelves.stream().mapToInt(each -> each.left(product)).sum();
    }

    @Caught
    ToIntFunction<String> counter() {
        return new Shelf()::left;
    }

    @Caught
    boolean isEmpty(RuntimeException e) {
        return e instanceof ShelfEmpty;
    }
}
