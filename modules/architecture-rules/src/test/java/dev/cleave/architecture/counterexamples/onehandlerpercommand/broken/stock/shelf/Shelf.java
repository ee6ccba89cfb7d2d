package dev.cleave.architecture.counterexamples.onehandlerpercommand.broken.stock.shelf;

import dev.cleave.architecture.counterexamples.onehandlerpercommand.broken.stock.api.TakeStock;
import org.axonframework.commandhandling.CommandHandler;

class Shelf {

    @CommandHandler
    void handle(TakeStock command) {}
}
