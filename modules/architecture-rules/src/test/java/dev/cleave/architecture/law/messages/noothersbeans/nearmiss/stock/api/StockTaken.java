package dev.cleave.architecture.law.messages.noothersbeans.nearmiss.stock.api;

public record StockTaken(String product, int quantity) {}
