package dev.cleave.architecture.counterexamples.noothersinternals.nearmiss.stock.api;

public record StockTaken(String product, int quantity) {}
