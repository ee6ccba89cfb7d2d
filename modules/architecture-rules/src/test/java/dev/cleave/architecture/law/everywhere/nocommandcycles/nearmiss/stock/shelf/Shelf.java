package dev.cleave.architecture.law.everywhere.nocommandcycles.nearmiss.stock.shelf;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.cleave.architecture.law.everywhere.nocommandcycles.nearmiss.stock.api.StockTaken;
import dev.cleave.architecture.law.everywhere.nocommandcycles.nearmiss.stock.api.TakeStock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class Shelf {

    @CommandHandler
    void handle(TakeStock command) {
        apply(new StockTaken(command.product()));
    }
}
