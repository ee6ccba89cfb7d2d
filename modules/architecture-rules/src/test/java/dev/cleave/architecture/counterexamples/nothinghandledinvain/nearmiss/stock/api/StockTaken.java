package dev.cleave.architecture.counterexamples.nothinghandledinvain.nearmiss.stock.api;

public record StockTaken(String product, int quantity) {}
