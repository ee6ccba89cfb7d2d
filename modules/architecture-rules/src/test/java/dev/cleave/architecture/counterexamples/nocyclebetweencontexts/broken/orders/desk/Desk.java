package dev.cleave.architecture.counterexamples.nocyclebetweencontexts.broken.orders.desk;

import dev.cleave.architecture.counterexamples.Caught;
import dev.cleave.architecture.counterexamples.nocyclebetweencontexts.broken.stock.api.StockTaken;

class Desk {

    @Caught
    int on(StockTaken event) {
        return event.quantity();
    }
}
