package dev.cleave.architecture.law.placement.assembliestouchnointernals.broken.stock.api;

public record TakeStock(String product) {}
