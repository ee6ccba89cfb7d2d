package dev.cleave.architecture.counterexamples.onehandlerpercommand.nearmiss.orders.desk;

import dev.cleave.architecture.counterexamples.onehandlerpercommand.nearmiss.stock.api.StockTaken;
import dev.cleave.architecture.counterexamples.words.Policy;
import org.axonframework.eventhandling.EventHandler;

@Policy("refill")
class Refill {

    @EventHandler
    void on(StockTaken event) {}
}
