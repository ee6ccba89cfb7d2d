package dev.cleave.architecture.counterexamples.messagestravelbyaxon.broken.stock.shelf;

import dev.cleave.architecture.counterexamples.Caught;
import dev.cleave.architecture.counterexamples.messagestravelbyaxon.broken.stock.api.StockTaken;
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
