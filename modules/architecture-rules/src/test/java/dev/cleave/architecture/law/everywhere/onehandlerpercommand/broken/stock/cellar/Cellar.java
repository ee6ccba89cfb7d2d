package dev.cleave.architecture.law.everywhere.onehandlerpercommand.broken.stock.cellar;

import dev.cleave.architecture.law.everywhere.onehandlerpercommand.broken.stock.api.TakeStock;
import org.axonframework.commandhandling.CommandHandler;

class Cellar {

    @CommandHandler
    void handle(TakeStock command) {}
}
