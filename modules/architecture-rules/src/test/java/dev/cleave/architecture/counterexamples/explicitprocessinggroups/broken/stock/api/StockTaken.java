package dev.cleave.architecture.counterexamples.explicitprocessinggroups.broken.stock.api;

public record StockTaken(String product, int quantity) {}
