package dev.cleave.architecture.law.everywhere.onehandlerpercommand.nearmiss.orders.desk;

import dev.cleave.architecture.law.everywhere.onehandlerpercommand.nearmiss.stock.api.StockTaken;
import dev.cleave.architecture.law.words.View;
import org.axonframework.eventhandling.EventHandler;

@View("levels")
class Levels {

    @EventHandler
    void on(StockTaken event) {}
}
