package dev.cleave.architecture.law.events.aggregatesreadnoclock.nearmiss.orders.order;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.EntityId;

class Line {

    @EntityId
    private String product;

    @CommandHandler
    void change(Integer command) {
        product = command.toString();
    }

    static long measured() {
        return System.nanoTime();
    }
}
