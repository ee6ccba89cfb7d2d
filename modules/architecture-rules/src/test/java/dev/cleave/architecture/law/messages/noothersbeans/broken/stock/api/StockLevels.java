package dev.cleave.architecture.law.messages.noothersbeans.broken.stock.api;

public interface StockLevels {

    int left(String product);
}
