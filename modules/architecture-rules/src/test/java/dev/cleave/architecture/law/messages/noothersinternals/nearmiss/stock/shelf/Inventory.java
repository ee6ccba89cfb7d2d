package dev.cleave.architecture.law.messages.noothersinternals.nearmiss.stock.shelf;

import dev.cleave.architecture.law.messages.noothersinternals.nearmiss.stock.shelf.steps.CountStock;
import dev.cleave.architecture.law.messages.noothersinternals.nearmiss.stock.shelf.steps.StockCounted;
import org.axonframework.commandhandling.CommandHandler;

class Inventory {

    @CommandHandler
    StockCounted handle(CountStock command) {
        return new StockCounted(command.product(), 0);
    }
}
