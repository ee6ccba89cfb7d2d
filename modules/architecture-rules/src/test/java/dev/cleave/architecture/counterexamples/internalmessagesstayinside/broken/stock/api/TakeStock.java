package dev.cleave.architecture.counterexamples.internalmessagesstayinside.broken.stock.api;

public record TakeStock(String product) {}
