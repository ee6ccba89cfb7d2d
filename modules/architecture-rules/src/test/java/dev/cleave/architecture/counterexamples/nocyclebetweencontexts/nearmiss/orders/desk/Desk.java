package dev.cleave.architecture.counterexamples.nocyclebetweencontexts.nearmiss.orders.desk;

import dev.cleave.architecture.counterexamples.nocyclebetweencontexts.nearmiss.stock.api.StockTaken;

class Desk {

    int on(StockTaken event) {
        return event.quantity();
    }
}
