package dev.cleave.architecture.law.messages.noothersinternals.nearmiss.stock.api;

public record StockTaken(String product, int quantity) {}
