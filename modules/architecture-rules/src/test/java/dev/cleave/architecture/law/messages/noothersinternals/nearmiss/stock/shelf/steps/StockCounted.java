package dev.cleave.architecture.law.messages.noothersinternals.nearmiss.stock.shelf.steps;

public record StockCounted(String product, int quantity) {}
