package dev.cleave.architecture.counterexamples.nothinghandledinvain.broken.stock.api;

public record StockCounted(String product) {}
