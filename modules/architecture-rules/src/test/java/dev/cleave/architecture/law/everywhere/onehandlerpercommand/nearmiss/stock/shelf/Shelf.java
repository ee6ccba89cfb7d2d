package dev.cleave.architecture.law.everywhere.onehandlerpercommand.nearmiss.stock.shelf;

import dev.cleave.architecture.law.everywhere.onehandlerpercommand.nearmiss.stock.api.MarkStock;
import dev.cleave.architecture.law.everywhere.onehandlerpercommand.nearmiss.stock.api.TakeStock;
import org.axonframework.commandhandling.CommandHandler;

class Shelf {

    @CommandHandler
    void handle(TakeStock command) {
        left(command);
    }

    @CommandHandler
    void handle(MarkStock command) {}

    int left(TakeStock command) {
        return command.quantity();
    }
}
