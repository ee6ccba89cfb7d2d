package dev.cleave.architecture.counterexamples.noqueryleaves.nearmiss.stock.api;

public record FindStock(String product) {}
