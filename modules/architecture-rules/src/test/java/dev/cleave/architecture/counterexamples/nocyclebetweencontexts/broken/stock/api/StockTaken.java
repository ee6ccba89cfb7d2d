package dev.cleave.architecture.counterexamples.nocyclebetweencontexts.broken.stock.api;

public record StockTaken(int quantity) {}
