package dev.cleave.architecture.counterexamples.noothersbeans.broken.stock.api;

public record StockTaken(String product, int quantity) {}
