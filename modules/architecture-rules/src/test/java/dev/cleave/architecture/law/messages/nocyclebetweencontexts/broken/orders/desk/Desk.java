package dev.cleave.architecture.law.messages.nocyclebetweencontexts.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.messages.nocyclebetweencontexts.broken.stock.api.StockTaken;

class Desk {

    @Caught
    int on(StockTaken event) {
        return event.quantity();
    }
}
