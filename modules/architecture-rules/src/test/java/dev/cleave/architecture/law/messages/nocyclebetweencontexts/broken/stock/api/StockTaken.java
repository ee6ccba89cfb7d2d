package dev.cleave.architecture.law.messages.nocyclebetweencontexts.broken.stock.api;

public record StockTaken(int quantity) {}
