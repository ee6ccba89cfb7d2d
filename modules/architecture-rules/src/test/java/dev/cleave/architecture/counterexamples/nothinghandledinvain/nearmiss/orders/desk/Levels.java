package dev.cleave.architecture.counterexamples.nothinghandledinvain.nearmiss.orders.desk;

import dev.cleave.architecture.counterexamples.nothinghandledinvain.nearmiss.stock.api.StockTaken;
import dev.cleave.architecture.counterexamples.words.View;
import org.axonframework.eventhandling.EventHandler;

@View("levels")
class Levels {

    private int taken;

    @EventHandler
    void on(StockTaken event) {
        taken += event.quantity();
    }
}
