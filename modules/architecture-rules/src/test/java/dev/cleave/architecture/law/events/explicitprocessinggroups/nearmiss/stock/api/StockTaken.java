package dev.cleave.architecture.law.events.explicitprocessinggroups.nearmiss.stock.api;

public record StockTaken(String product, int quantity) {}
