package dev.cleave.architecture.counterexamples.noothersbeans.broken.stock.api;

public interface StockLevels {

    int left(String product);
}
