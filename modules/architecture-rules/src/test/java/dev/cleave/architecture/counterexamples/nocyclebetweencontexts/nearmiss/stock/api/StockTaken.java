package dev.cleave.architecture.counterexamples.nocyclebetweencontexts.nearmiss.stock.api;

public record StockTaken(int quantity) {}
