package dev.cleave.architecture.law.messages.noothersbeans.broken.stock.api;

public record TakeStock(String product, int quantity) {}
