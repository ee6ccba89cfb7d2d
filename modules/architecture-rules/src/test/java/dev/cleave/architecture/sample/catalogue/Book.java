package dev.cleave.architecture.sample.catalogue;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.createNew;

import dev.cleave.architecture.sample.coreapi.AddBook;
import dev.cleave.architecture.sample.coreapi.BookAdded;
import dev.cleave.architecture.sample.coreapi.BookRemoved;
import dev.cleave.architecture.sample.coreapi.RemoveBook;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The revision is that of its snapshots. */
@Aggregate
@Revision("7")
class Book {

    @AggregateIdentifier
    private @Nullable String isbn;

    Book() {}

    @CommandHandler
    Book(AddBook command) {
        apply(new BookAdded(command.isbn(), command.title()));
    }

    @CommandHandler
    void handle(RemoveBook command) throws Exception {
        createNew(Shelf.class, () -> new Shelf("for " + command.isbn()));
        conclude(command.isbn());
    }

    private void conclude(String removed) {
        apply(new BookRemoved(removed));
    }

    @EventSourcingHandler
    void on(BookAdded event) {
        isbn = event.isbn();
    }
}
