package dev.cleave.architecture.law.messages.publishedlanguagestandsalone.broken.stock.api;

import dev.cleave.architecture.law.Caught;
import org.axonframework.modelling.command.AggregateLifecycle;

public record StockCounted(String product, int quantity) {

    @Caught
    public void apply() {
        AggregateLifecycle.apply(this);
    }
}
