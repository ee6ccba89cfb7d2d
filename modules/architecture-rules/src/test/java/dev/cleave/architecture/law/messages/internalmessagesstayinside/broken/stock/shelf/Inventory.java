package dev.cleave.architecture.law.messages.internalmessagesstayinside.broken.stock.shelf;

import dev.cleave.architecture.law.messages.internalmessagesstayinside.broken.stock.api.CountStock;
import dev.cleave.architecture.law.messages.internalmessagesstayinside.broken.stock.api.StockCounted;
import org.axonframework.commandhandling.CommandHandler;

class Inventory {

    @CommandHandler
    StockCounted handle(CountStock command) {
        return new StockCounted(command.product(), 0);
    }
}
