package dev.cleave.architecturetests.counterexamples.modulith.nearmiss.stock.api;

public record StockTaken(String product) {}
