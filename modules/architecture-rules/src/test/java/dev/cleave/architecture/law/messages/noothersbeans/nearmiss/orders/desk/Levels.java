package dev.cleave.architecture.law.messages.noothersbeans.nearmiss.orders.desk;

import dev.cleave.architecture.law.messages.noothersbeans.nearmiss.stock.api.StockTaken;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.stereotype.Component;

@Component
class Levels {

    private int taken;

    @EventHandler
    void on(StockTaken event, @MetaDataValue("origin") StockTaken origin) {
        taken += event.quantity();
    }

    int taken() {
        return taken;
    }
}
