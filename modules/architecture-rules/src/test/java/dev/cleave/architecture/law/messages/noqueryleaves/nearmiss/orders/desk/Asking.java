package dev.cleave.architecture.law.messages.noqueryleaves.nearmiss.orders.desk;

import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;

class Asking {

    Object ask(QueryBus bus) {
        return bus.query(new GenericQueryMessage<>(new FindStock("1"), ResponseTypes.instanceOf(Integer.class)));
    }
}
