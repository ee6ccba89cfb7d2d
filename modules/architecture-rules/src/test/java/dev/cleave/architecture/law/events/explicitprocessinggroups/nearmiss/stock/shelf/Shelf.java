package dev.cleave.architecture.law.events.explicitprocessinggroups.nearmiss.stock.shelf;

import dev.cleave.architecture.law.events.explicitprocessinggroups.nearmiss.stock.api.StockTaken;
import dev.cleave.architecture.law.events.explicitprocessinggroups.nearmiss.stock.api.TakeStock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class Shelf {

    @AggregateIdentifier
    private String product;

    @AggregateMember
    private Row row;

    @CommandHandler
    void handle(TakeStock command) {
        AggregateLifecycle.apply(new StockTaken(command.product(), command.quantity()));
    }

    @EventSourcingHandler
    void on(StockTaken event) {
        product = event.product();
        row = new Row();
    }
}
