package dev.cleave.architecture.law.everywhere.handlersthrownoownexceptions.nearmiss.orders.order;

import dev.cleave.architecture.law.everywhere.handlersthrownoownexceptions.nearmiss.platform.Refusal;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class Order {

    @CommandHandler
    void place(String command) {
        if (command.isEmpty()) {
            throw new Refusal("order-empty");
        }
        try {
            look(command);
        } catch (NotFound e) {
            throw new IllegalStateException(e);
        }
    }

    private static void look(String text) throws NotFound {
        if (text.isBlank()) {
            throw new NotFound();
        }
    }

    void close() {
        throw new Shut();
    }

    private static class NotFound extends Exception {

        private static final long serialVersionUID = 1;
    }

    private static class Shut extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
