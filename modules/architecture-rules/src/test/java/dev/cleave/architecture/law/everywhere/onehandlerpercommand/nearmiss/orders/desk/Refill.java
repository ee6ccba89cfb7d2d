package dev.cleave.architecture.law.everywhere.onehandlerpercommand.nearmiss.orders.desk;

import dev.cleave.architecture.law.everywhere.onehandlerpercommand.nearmiss.stock.api.StockTaken;
import dev.cleave.architecture.law.words.Policy;
import org.axonframework.eventhandling.EventHandler;

@Policy("refill")
class Refill {

    @EventHandler
    void on(StockTaken event) {}
}
