package dev.cleave.architecture.counterexamples.noothersbeans.broken.orders.desk;

import dev.cleave.architecture.counterexamples.Caught;
import dev.cleave.architecture.counterexamples.noothersbeans.broken.stock.api.StockLevels;
import dev.cleave.architecture.counterexamples.noothersbeans.broken.stock.api.StockTaken;
import org.axonframework.eventhandling.EventHandler;

class Clerk {

    @EventHandler
    @Caught
    void on(StockTaken event, StockLevels levels) {
        levels.left(event.product());
    }
}
