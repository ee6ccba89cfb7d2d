package dev.cleave.architecture.counterexamples.publishedlanguageisvalues.nearmiss.stock.api;

public record Box<T extends StockLevel>(T content) {}
