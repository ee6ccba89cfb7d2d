package dev.cleave.architecture.law.messages.nothinghandledinvain.nearmiss.stock.api;

public record StockTaken(String product, int quantity) {}
