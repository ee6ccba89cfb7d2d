package dev.cleave.architecture.counterexamples.publishedlanguagestandsalone.broken.stock.api;

import dev.cleave.architecture.counterexamples.Caught;
import org.axonframework.modelling.command.AggregateLifecycle;

public record StockCounted(String product, int quantity) {

    @Caught
    public void apply() {
        AggregateLifecycle.apply(this);
    }
}
