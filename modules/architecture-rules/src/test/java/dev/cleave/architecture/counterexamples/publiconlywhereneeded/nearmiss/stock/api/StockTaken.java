package dev.cleave.architecture.counterexamples.publiconlywhereneeded.nearmiss.stock.api;

public record StockTaken(String product) {}
