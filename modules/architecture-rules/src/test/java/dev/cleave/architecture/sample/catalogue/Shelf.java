package dev.cleave.architecture.sample.catalogue;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.cleave.architecture.sample.coreapi.ShelfOpened;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate
class Shelf {

    @AggregateIdentifier
    private @Nullable String shelf;

    Shelf() {}

    Shelf(String opened) {
        apply(new ShelfOpened(opened));
    }

    @EventSourcingHandler
    void on(ShelfOpened event) {
        shelf = event.shelf();
    }
}
