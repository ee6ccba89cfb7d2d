package dev.cleave.architecture.counterexamples.noothersinternals.broken.stock.api;

public record StockTaken(String product, int quantity) {}
