package dev.cleave.architecturetests.counterexamples.modulith.nearmiss.orders.desk;

import dev.cleave.architecturetests.counterexamples.modulith.nearmiss.stock.api.StockTaken;

class Desk {

    String product(StockTaken event) {
        return event.product();
    }
}
