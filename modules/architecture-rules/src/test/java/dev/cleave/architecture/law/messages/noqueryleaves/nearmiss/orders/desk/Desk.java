package dev.cleave.architecture.law.messages.noqueryleaves.nearmiss.orders.desk;

import org.axonframework.queryhandling.QueryHandler;

class Desk {

    @QueryHandler
    int find(FindStock query) {
        return query.order().length();
    }
}
