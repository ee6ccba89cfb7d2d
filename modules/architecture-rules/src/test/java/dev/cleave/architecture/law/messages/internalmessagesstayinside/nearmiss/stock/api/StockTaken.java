package dev.cleave.architecture.law.messages.internalmessagesstayinside.nearmiss.stock.api;

public record StockTaken(String product, int quantity) {}
