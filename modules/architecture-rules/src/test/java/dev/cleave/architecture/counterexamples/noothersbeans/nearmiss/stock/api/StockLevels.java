package dev.cleave.architecture.counterexamples.noothersbeans.nearmiss.stock.api;

public interface StockLevels {

    int left(String product);
}
