package dev.cleave.architecture.law.messages.messagestravelbyaxon.nearmiss.orders.desk;

import dev.cleave.architecture.law.messages.messagestravelbyaxon.nearmiss.stock.api.StockTaken;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;

class Desk implements ApplicationListener<ContextClosedEvent> {

    private final ApplicationEventPublisher publisher;

    Desk(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    @EventHandler
    void on(StockTaken taken) {
        publisher.publishEvent(new Stale(taken.product()));
    }

    @EventListener
    void started(ContextRefreshedEvent event) {}

    @EventListener
    void forget(Stale stale) {}

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {}

    /** Nobody else's, and no message: it stays within the context. */
    record Stale(String product) {}
}
