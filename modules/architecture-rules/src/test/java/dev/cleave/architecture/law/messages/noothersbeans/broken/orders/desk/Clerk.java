package dev.cleave.architecture.law.messages.noothersbeans.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.messages.noothersbeans.broken.stock.api.StockLevels;
import dev.cleave.architecture.law.messages.noothersbeans.broken.stock.api.StockTaken;
import org.axonframework.eventhandling.EventHandler;

class Clerk {

    @EventHandler
    @Caught
    void on(StockTaken event, StockLevels levels) {
        levels.left(event.product());
    }
}
