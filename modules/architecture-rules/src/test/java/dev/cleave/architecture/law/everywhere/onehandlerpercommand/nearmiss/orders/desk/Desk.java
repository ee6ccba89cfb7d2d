package dev.cleave.architecture.law.everywhere.onehandlerpercommand.nearmiss.orders.desk;

import dev.cleave.architecture.law.everywhere.onehandlerpercommand.nearmiss.stock.api.Label;
import dev.cleave.architecture.law.everywhere.onehandlerpercommand.nearmiss.stock.api.MarkStock;
import dev.cleave.architecture.law.everywhere.onehandlerpercommand.nearmiss.stock.api.TakeStock;
import org.axonframework.commandhandling.gateway.CommandGateway;

class Desk {

    void take(String product, CommandGateway commands) {
        commands.send(new TakeStock(new Label(product).text(), 1));
    }

    void mark(String product, CommandGateway commands) {
        commands.send(marking(new Label(product)));
    }

    private static MarkStock marking(Label label) {
        return new MarkStock(label);
    }
}
