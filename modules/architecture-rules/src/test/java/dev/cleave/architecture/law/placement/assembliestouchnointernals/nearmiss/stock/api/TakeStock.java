package dev.cleave.architecture.law.placement.assembliestouchnointernals.nearmiss.stock.api;

public record TakeStock(String product) {}
