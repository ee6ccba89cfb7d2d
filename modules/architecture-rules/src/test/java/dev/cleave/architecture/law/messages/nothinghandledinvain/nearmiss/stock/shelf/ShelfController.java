package dev.cleave.architecture.law.messages.nothinghandledinvain.nearmiss.stock.shelf;

import dev.cleave.architecture.law.messages.nothinghandledinvain.nearmiss.stock.api.TakeStock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ShelfController {

    private CommandGateway commands;

    @PostMapping("/stock")
    void take(String product) {
        commands.sendAndWait(taking(product));
    }

    private static TakeStock taking(String product) {
        return new TakeStock(product, 1);
    }
}
