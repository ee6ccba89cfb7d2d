package dev.cleave.architecture.law.messages.nothinghandledinvain.broken.stock.api;

public record StockTaken(String product, int quantity) {}
