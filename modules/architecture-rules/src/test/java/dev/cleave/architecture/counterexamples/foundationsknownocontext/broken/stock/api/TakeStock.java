package dev.cleave.architecture.counterexamples.foundationsknownocontext.broken.stock.api;

public record TakeStock(String product) {}
