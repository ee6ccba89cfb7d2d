package dev.cleave.architecture.counterexamples.foundationsknownocontext.nearmiss.stock.api;

public record TakeStock(String product) {}
