package dev.cleave.architecture.counterexamples.nothinghandledinvain.broken.orders.desk;

import dev.cleave.architecture.counterexamples.Caught;
import dev.cleave.architecture.counterexamples.nothinghandledinvain.broken.stock.api.StockCounted;
import dev.cleave.architecture.counterexamples.nothinghandledinvain.broken.stock.api.StockTaken;
import dev.cleave.architecture.counterexamples.words.View;
import org.axonframework.eventhandling.EventHandler;

@View("levels")
class Levels {

    private int taken;

    @EventHandler
    void on(StockTaken event) {
        taken += event.quantity();
    }

    @Caught
    @EventHandler
    void counted(StockCounted event) {
        taken = 0;
    }
}
