package dev.cleave.architecture.counterexamples.explicitprocessinggroups.nearmiss.stock.api;

public record StockTaken(String product, int quantity) {}
