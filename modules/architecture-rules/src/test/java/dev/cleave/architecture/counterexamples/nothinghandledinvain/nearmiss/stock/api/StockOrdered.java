package dev.cleave.architecture.counterexamples.nothinghandledinvain.nearmiss.stock.api;

public record StockOrdered(String product) {}
