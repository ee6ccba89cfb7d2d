package dev.cleave.architecture.law.messages.internalmessagesstayinside.nearmiss.stock.api;

public record TakeStock(String product) {}
