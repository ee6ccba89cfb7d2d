package dev.cleave.architecturetests.counterexamples.modulith.broken.stock.api;

public record StockTaken(String product) {}
