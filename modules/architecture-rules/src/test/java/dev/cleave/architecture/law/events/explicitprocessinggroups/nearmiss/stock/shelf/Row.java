package dev.cleave.architecture.law.events.explicitprocessinggroups.nearmiss.stock.shelf;

import dev.cleave.architecture.law.events.explicitprocessinggroups.nearmiss.stock.api.StockTaken;
import org.axonframework.eventhandling.EventHandler;

class Row {

    private int taken;

    @EventHandler
    void on(StockTaken event) {
        taken += event.quantity();
    }
}
