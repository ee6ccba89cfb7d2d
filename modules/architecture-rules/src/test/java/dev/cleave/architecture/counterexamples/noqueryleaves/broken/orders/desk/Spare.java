package dev.cleave.architecture.counterexamples.noqueryleaves.broken.orders.desk;

import dev.cleave.architecture.counterexamples.Caught;
import dev.cleave.architecture.counterexamples.noqueryleaves.broken.stock.api.FindStock;
import org.axonframework.queryhandling.QueryHandler;

class Spare {

    @QueryHandler
    @Caught
    int find(FindStock query) {
        return 0;
    }
}
