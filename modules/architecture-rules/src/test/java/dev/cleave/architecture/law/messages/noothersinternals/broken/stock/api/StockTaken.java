package dev.cleave.architecture.law.messages.noothersinternals.broken.stock.api;

public record StockTaken(String product, int quantity) {}
