package dev.cleave.architecture.law.messages.noothersbeans.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.messages.noothersbeans.broken.stock.api.StockLevels;
import org.springframework.stereotype.Component;

@Component
class Desk {

    private final StockLevels levels;

    @Caught
    Desk(StockLevels levels) {
        this.levels = levels;
    }

    boolean canSell(String product) {
        return levels.left(product) > 0;
    }
}
