package dev.cleave.architecture.counterexamples.noassemblyknown.nearmiss.stock.api;

public record TakeStock(String product) {}
