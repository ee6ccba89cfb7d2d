package dev.cleave.architecture.law.messages.publishedlanguageisvalues.nearmiss.stock.api;

public record Box<T extends StockLevel>(T content) {}
