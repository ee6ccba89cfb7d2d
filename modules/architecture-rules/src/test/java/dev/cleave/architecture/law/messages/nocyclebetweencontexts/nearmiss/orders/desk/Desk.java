package dev.cleave.architecture.law.messages.nocyclebetweencontexts.nearmiss.orders.desk;

import dev.cleave.architecture.law.messages.nocyclebetweencontexts.nearmiss.stock.api.StockTaken;

class Desk {

    int on(StockTaken event) {
        return event.quantity();
    }
}
