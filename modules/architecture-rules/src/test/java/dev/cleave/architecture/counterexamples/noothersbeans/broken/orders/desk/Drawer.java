package dev.cleave.architecture.counterexamples.noothersbeans.broken.orders.desk;

import dev.cleave.architecture.counterexamples.Caught;
import dev.cleave.architecture.counterexamples.noothersbeans.broken.stock.api.StockLevels;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

class Drawer {

    @Autowired
    @Caught
    ObjectProvider<StockLevels> levels;
}
