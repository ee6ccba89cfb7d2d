package dev.cleave.architecture.law.messages.noothersbeans.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.messages.noothersbeans.broken.stock.api.StockLevels;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

class Drawer {

    @Autowired
    @Caught
    ObjectProvider<StockLevels> levels;
}
