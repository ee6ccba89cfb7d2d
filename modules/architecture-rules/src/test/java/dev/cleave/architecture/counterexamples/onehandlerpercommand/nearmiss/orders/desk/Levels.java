package dev.cleave.architecture.counterexamples.onehandlerpercommand.nearmiss.orders.desk;

import dev.cleave.architecture.counterexamples.onehandlerpercommand.nearmiss.stock.api.StockTaken;
import dev.cleave.architecture.counterexamples.words.View;
import org.axonframework.eventhandling.EventHandler;

@View("levels")
class Levels {

    @EventHandler
    void on(StockTaken event) {}
}
