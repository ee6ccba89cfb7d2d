package dev.cleave.architecture.law.events.explicitprocessinggroups.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.events.explicitprocessinggroups.broken.stock.api.StockTaken;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

@Component
@Caught
class Taken {

    private int taken;

    @EventHandler
    void on(StockTaken event) {
        taken += event.quantity();
    }
}
