package dev.cleave.architecture.counterexamples.noassemblyknown.broken.stock.api;

public record TakeStock(String product) {}
