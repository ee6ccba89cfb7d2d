package dev.cleave.architecture.counterexamples.explicitprocessinggroups.nearmiss.orders.desk;

import dev.cleave.architecture.counterexamples.explicitprocessinggroups.nearmiss.stock.api.StockTaken;
import org.axonframework.eventhandling.EventHandler;

abstract class Counting {

    private int counted;

    @EventHandler
    void on(StockTaken event) {
        counted += event.quantity();
    }
}
