package dev.cleave.architecture.law.events.aggregatescallnoone.nearmiss.orders.order;

import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class Cart {

    @CommandHandler
    void look(Short command) {
        Thread.currentThread().getName();
        CompletableFuture.completedFuture(command).join();
    }
}
