package dev.cleave.architecture.law.events.onlyaggregatesmakeevents.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import java.util.List;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.gateway.EventGateway;

class Desk {

    @Caught
    void say(EventGateway events, List<String> lines) {
        lines.forEach(events::publish);
    }

    @Caught
    void shout(EventBus events) {
        events.publish(List.of());
    }
}
