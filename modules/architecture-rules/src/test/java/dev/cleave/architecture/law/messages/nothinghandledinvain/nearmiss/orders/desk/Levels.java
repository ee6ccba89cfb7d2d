package dev.cleave.architecture.law.messages.nothinghandledinvain.nearmiss.orders.desk;

import dev.cleave.architecture.law.messages.nothinghandledinvain.nearmiss.stock.api.StockTaken;
import dev.cleave.architecture.law.words.View;
import org.axonframework.eventhandling.EventHandler;

@View("levels")
class Levels {

    private int taken;

    @EventHandler
    void on(StockTaken event) {
        taken += event.quantity();
    }
}
