package dev.cleave.architecture.law.messages.nocyclebetweencontexts.nearmiss.stock.api;

public record StockTaken(int quantity) {}
