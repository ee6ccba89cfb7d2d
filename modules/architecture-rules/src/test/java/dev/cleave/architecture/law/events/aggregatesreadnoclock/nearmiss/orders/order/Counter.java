package dev.cleave.architecture.law.events.aggregatesreadnoclock.nearmiss.orders.order;

import dev.cleave.architecture.law.events.aggregatesreadnoclock.nearmiss.orders.api.PlaceOrder;
import java.time.Instant;
import java.util.UUID;

class Counter {

    PlaceOrder next() {
        return new PlaceOrder(UUID.randomUUID() + " at " + Instant.now());
    }

    @Override
    public String toString() {
        return "counter, seen at " + Instant.now();
    }
}
