package dev.cleave.architecture.law.events.aggregatescallnoone.broken.orders.order;

import dev.cleave.architecture.law.Caught;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.context.ApplicationContext;

@Aggregate
class Cart {

    @Caught
    @CommandHandler
    void look(Short command, ApplicationContext context) {
        context.getBean("prices");
    }

    @Caught
    @CommandHandler
    void hand(Byte command) {
        CompletableFuture.runAsync(() -> {});
    }

    @Caught
    @CommandHandler
    void ask(Character command) {
        System.getenv("LIMIT");
    }
}
