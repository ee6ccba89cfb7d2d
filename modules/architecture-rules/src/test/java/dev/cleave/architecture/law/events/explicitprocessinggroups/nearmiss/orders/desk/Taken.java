package dev.cleave.architecture.law.events.explicitprocessinggroups.nearmiss.orders.desk;

import dev.cleave.architecture.law.events.explicitprocessinggroups.nearmiss.stock.api.StockTaken;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

@ProcessingGroup("taken")
class Taken {

    private int taken;

    @EventHandler
    void on(StockTaken event) {
        taken += event.quantity();
    }
}
