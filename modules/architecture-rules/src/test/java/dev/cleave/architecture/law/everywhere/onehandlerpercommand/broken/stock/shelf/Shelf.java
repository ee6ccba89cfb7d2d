package dev.cleave.architecture.law.everywhere.onehandlerpercommand.broken.stock.shelf;

import dev.cleave.architecture.law.everywhere.onehandlerpercommand.broken.stock.api.TakeStock;
import org.axonframework.commandhandling.CommandHandler;

class Shelf {

    @CommandHandler
    void handle(TakeStock command) {}
}
