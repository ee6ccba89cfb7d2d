package dev.cleave.architecture.law.messages.noothersbeans.nearmiss.stock.api;

public record TakeStock(String product, int quantity) {}
