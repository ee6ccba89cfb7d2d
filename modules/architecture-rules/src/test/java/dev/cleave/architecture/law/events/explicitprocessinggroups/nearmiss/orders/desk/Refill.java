package dev.cleave.architecture.law.events.explicitprocessinggroups.nearmiss.orders.desk;

import dev.cleave.architecture.law.events.explicitprocessinggroups.nearmiss.stock.api.StockTaken;
import dev.cleave.architecture.law.words.Policy;
import org.axonframework.eventhandling.EventHandler;

@Policy("refill")
class Refill {

    private String last = "";

    @EventHandler
    void on(StockTaken event) {
        last = event.product();
    }
}
