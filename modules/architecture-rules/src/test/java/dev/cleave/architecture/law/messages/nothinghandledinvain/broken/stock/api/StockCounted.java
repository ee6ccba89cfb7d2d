package dev.cleave.architecture.law.messages.nothinghandledinvain.broken.stock.api;

public record StockCounted(String product) {}
