package dev.cleave.architecture.counterexamples.publishedlanguageisvalues.broken.stock.api;

import dev.cleave.architecture.counterexamples.Caught;

@Caught
public interface StockLevels {

    StockLevel of(String product);
}
