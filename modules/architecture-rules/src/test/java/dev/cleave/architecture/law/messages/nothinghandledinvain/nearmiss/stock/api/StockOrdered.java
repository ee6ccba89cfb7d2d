package dev.cleave.architecture.law.messages.nothinghandledinvain.nearmiss.stock.api;

public record StockOrdered(String product) {}
