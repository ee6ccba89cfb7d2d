package dev.cleave.architecture.law.messages.nothinghandledinvain.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.messages.nothinghandledinvain.broken.stock.api.StockCounted;
import dev.cleave.architecture.law.messages.nothinghandledinvain.broken.stock.api.StockTaken;
import dev.cleave.architecture.law.words.View;
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
