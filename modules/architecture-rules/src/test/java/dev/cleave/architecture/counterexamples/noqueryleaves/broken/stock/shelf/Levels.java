package dev.cleave.architecture.counterexamples.noqueryleaves.broken.stock.shelf;

import dev.cleave.architecture.counterexamples.noqueryleaves.broken.stock.api.FindStock;
import org.axonframework.queryhandling.QueryHandler;

class Levels {

    @QueryHandler
    int find(FindStock query) {
        return query.product().length();
    }
}
