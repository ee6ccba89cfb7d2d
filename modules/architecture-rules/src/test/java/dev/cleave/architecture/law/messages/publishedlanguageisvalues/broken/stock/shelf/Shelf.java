package dev.cleave.architecture.law.messages.publishedlanguageisvalues.broken.stock.shelf;

import dev.cleave.architecture.law.messages.publishedlanguageisvalues.broken.stock.api.StockLevel;
import dev.cleave.architecture.law.messages.publishedlanguageisvalues.broken.stock.api.StockLevels;

class Shelf implements StockLevels {

    @Override
    public StockLevel of(String product) {
        return new StockLevel(product, 0);
    }
}
