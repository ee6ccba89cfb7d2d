package dev.cleave.architecture.counterexamples.assembliestouchnointernals.nearmiss.stock.api;

public record TakeStock(String product) {}
