package dev.cleave.architecture.law.everywhere.handlersthrownoownexceptions.broken.orders.order;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.everywhere.handlersthrownoownexceptions.broken.orders.api.Closed;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class Order {

    @Caught
    @CommandHandler
    void place(String command) {
        check(command);
    }

    @Caught
    @CommandHandler
    void close(Integer command) throws Closed {
        if (command > 0) {
            throw new Closed();
        }
    }

    private static void check(String command) {
        if (command.isEmpty()) {
            throw new Empty(command);
        }
    }
}
