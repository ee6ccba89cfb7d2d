package dev.cleave.architecture.law.events.explicitprocessinggroups.broken.orders.desk;

import dev.cleave.architecture.law.events.explicitprocessinggroups.broken.stock.api.StockTaken;
import org.axonframework.eventhandling.EventHandler;

abstract class Counting {

    private int counted;

    @EventHandler
    void on(StockTaken event) {
        counted += event.quantity();
    }
}
