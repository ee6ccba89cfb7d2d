package dev.cleave.architecture.counterexamples.nocommandcycles.nearmiss.stock.api;

public record StockTaken(String product) {}
