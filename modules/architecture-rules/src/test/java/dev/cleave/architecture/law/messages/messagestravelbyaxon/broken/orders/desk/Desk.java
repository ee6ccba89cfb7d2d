package dev.cleave.architecture.law.messages.messagestravelbyaxon.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.messages.messagestravelbyaxon.broken.stock.api.StockTaken;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.EventListener;

class Desk {

    @Caught
    @EventListener
    void on(StockTaken taken) {}

    @Caught
    @EventListener
    void wrapped(PayloadApplicationEvent<StockTaken> taken) {}

    @Caught
    @EventListener(StockTaken.class)
    void named() {}
}
