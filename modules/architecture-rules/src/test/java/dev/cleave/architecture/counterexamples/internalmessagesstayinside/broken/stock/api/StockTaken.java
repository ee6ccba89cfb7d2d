package dev.cleave.architecture.counterexamples.internalmessagesstayinside.broken.stock.api;

public record StockTaken(String product, int quantity) {}
