package dev.cleave.architecture.law.history.samplesofeveryrevision.broken.stock.shelf;

import dev.cleave.architecture.law.history.samplesofeveryrevision.broken.stock.api.StockTaken;
import dev.cleave.architecture.law.history.samplesofeveryrevision.broken.stock.api.TakeStock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class Shelf {

    @AggregateIdentifier
    private String product;

    @CommandHandler
    void handle(TakeStock command) {
        AggregateLifecycle.apply(new StockTaken(command.product(), command.quantity()));
    }
}
