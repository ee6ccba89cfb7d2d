package dev.cleave.architecture.counterexamples.internalmessagesstayinside.nearmiss.stock.api;

public record StockTaken(String product, int quantity) {}
