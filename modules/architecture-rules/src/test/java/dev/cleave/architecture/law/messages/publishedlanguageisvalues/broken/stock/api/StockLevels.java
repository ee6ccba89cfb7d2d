package dev.cleave.architecture.law.messages.publishedlanguageisvalues.broken.stock.api;

import dev.cleave.architecture.law.Caught;

@Caught
public interface StockLevels {

    StockLevel of(String product);
}
