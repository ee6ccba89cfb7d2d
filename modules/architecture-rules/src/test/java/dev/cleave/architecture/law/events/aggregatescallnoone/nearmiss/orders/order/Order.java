package dev.cleave.architecture.law.events.aggregatescallnoone.nearmiss.orders.order;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class Order {

    private final Map<String, Path> slips = new HashMap<>();

    @CommandHandler
    void price(String command, Prices prices) {
        if (prices.of(command) > 0) {
            slips.put(command, Path.of("slips", command));
        }
    }

    @EventSourcingHandler
    void on(URI event) {
        slips.remove(event.getPath());
    }
}
