package dev.cleave.architecture.law.messages.noothersbeans.nearmiss.stock.api;

public interface StockLevels {

    int left(String product);
}
