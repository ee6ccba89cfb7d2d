package dev.cleave.architecture.counterexamples.nothinghandledinvain.broken.stock.api;

public record StockTaken(String product, int quantity) {}
