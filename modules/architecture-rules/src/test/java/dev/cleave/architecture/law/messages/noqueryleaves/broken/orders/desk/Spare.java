package dev.cleave.architecture.law.messages.noqueryleaves.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.messages.noqueryleaves.broken.stock.api.FindStock;
import org.axonframework.queryhandling.QueryHandler;

class Spare {

    @QueryHandler
    @Caught
    int find(FindStock query) {
        return 0;
    }
}
