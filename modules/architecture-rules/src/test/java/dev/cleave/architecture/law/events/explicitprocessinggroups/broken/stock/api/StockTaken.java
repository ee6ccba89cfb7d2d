package dev.cleave.architecture.law.events.explicitprocessinggroups.broken.stock.api;

public record StockTaken(String product, int quantity) {}
