package dev.cleave.architecture.counterexamples.noqueryleaves.broken.orders.desk;

import dev.cleave.architecture.counterexamples.Caught;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;

class Asking {

    @Caught
    Object ask(QueryBus bus) {
        return bus.query(new GenericQueryMessage<>("pen", "findStock", ResponseTypes.instanceOf(Integer.class)));
    }
}
