package dev.cleave.architecture.law.messages.messagestravelbyaxon.broken.stock.shelf;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.messages.messagestravelbyaxon.broken.stock.api.StockTaken;
import org.springframework.context.ApplicationEventPublisher;

class Bell {

    private final ApplicationEventPublisher publisher;

    Bell(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    @Caught
    void ring(String product) {
        publisher.publishEvent(new StockTaken(product, 1));
    }

    @Caught
    void pass(StockTaken taken) {
        publisher.publishEvent(taken);
    }
}
