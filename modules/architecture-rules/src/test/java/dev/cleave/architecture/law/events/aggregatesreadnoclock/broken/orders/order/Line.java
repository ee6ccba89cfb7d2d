package dev.cleave.architecture.law.events.aggregatesreadnoclock.broken.orders.order;

import dev.cleave.architecture.law.Caught;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.EntityId;

class Line {

    @EntityId
    private String product;

    @Caught
    @CommandHandler
    void change(Integer command) {
        if (System.nanoTime() % 2 == 0) {
            product = null;
        }
    }
}
