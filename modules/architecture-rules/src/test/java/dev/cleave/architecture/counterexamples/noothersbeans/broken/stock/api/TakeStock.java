package dev.cleave.architecture.counterexamples.noothersbeans.broken.stock.api;

public record TakeStock(String product, int quantity) {}
