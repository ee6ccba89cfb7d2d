package dev.cleave.architecture.law.messages.internalmessagesstayinside.broken.stock.api;

public record TakeStock(String product) {}
