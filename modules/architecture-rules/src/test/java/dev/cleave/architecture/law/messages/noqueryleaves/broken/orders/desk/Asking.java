package dev.cleave.architecture.law.messages.noqueryleaves.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;

class Asking {

    @Caught
    Object ask(QueryBus bus) {
        return bus.query(new GenericQueryMessage<>("pen", "findStock", ResponseTypes.instanceOf(Integer.class)));
    }
}
