package dev.cleave.architecture.law.messages.noothersinternals.broken.stock.shelf.steps;

public record StockCounted(String product, int quantity) {}
