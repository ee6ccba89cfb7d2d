package dev.cleave.architecture.law.messages.noothersbeans.broken.stock.api;

public record StockTaken(String product, int quantity) {}
