package dev.cleave.architecture.law.events.explicitprocessinggroups.nearmiss.orders.desk;

import dev.cleave.architecture.law.events.explicitprocessinggroups.nearmiss.stock.api.StockTaken;
import org.axonframework.eventhandling.EventHandler;

abstract class Counting {

    private int counted;

    @EventHandler
    void on(StockTaken event) {
        counted += event.quantity();
    }
}
