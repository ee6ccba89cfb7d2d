package dev.cleave.architecture.sample.catalogue;

import dev.cleave.architecture.sample.coreapi.BookEvent;
import dev.cleave.architecture.sample.coreapi.FindBook;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

@Component
class BookList {

    private final Set<String> books = new HashSet<>();

    @EventHandler
    void on(BookEvent event) {
        books.add(event.isbn());
    }

    @QueryHandler
    boolean find(FindBook query) {
        return books.contains(query.isbn());
    }

    @QueryHandler(queryName = "countBooks")
    int count() {
        return books.size();
    }
}
