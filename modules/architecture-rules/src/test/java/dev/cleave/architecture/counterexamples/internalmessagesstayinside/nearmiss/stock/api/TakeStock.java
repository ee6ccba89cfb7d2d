package dev.cleave.architecture.counterexamples.internalmessagesstayinside.nearmiss.stock.api;

public record TakeStock(String product) {}
