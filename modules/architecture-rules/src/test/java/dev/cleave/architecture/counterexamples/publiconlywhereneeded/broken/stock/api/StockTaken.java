package dev.cleave.architecture.counterexamples.publiconlywhereneeded.broken.stock.api;

public record StockTaken(String product) {}
