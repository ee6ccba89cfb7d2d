package dev.cleave.architecture.counterexamples.nocommandcycles.nearmiss.stock.api;

public record TakeStock(String product) {}
