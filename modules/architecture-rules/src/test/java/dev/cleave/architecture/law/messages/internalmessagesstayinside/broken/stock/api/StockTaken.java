package dev.cleave.architecture.law.messages.internalmessagesstayinside.broken.stock.api;

public record StockTaken(String product, int quantity) {}
