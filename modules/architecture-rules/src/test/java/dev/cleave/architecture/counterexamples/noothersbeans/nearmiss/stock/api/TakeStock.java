package dev.cleave.architecture.counterexamples.noothersbeans.nearmiss.stock.api;

public record TakeStock(String product, int quantity) {}
