package dev.cleave.architecture.law.messages.noqueryleaves.broken.stock.shelf;

import dev.cleave.architecture.law.messages.noqueryleaves.broken.stock.api.FindStock;
import org.axonframework.queryhandling.QueryHandler;

class Levels {

    @QueryHandler
    int find(FindStock query) {
        return query.product().length();
    }
}
