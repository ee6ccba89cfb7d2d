package dev.cleave.architecture.law.house.handlerskepttothemselves.nearmiss.orders.order;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
public class Order {

    @CommandHandler
    void place(String command) {}

    public int lines() {
        return 1;
    }
}
