package dev.cleave.architecture.counterexamples.noothersbeans.nearmiss.stock.api;

public record StockTaken(String product, int quantity) {}
