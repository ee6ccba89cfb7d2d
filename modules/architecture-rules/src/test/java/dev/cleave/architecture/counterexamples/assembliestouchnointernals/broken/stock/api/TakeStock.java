package dev.cleave.architecture.counterexamples.assembliestouchnointernals.broken.stock.api;

public record TakeStock(String product) {}
