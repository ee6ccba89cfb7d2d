package dev.cleave.architecture.law.messages.messagestravelbyaxon.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.messages.messagestravelbyaxon.broken.stock.api.StockTaken;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

@Caught
class Ear implements ApplicationListener<PayloadApplicationEvent<StockTaken>> {

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<StockTaken> event) {}
}
