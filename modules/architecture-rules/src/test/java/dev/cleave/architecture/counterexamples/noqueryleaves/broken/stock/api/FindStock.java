package dev.cleave.architecture.counterexamples.noqueryleaves.broken.stock.api;

public record FindStock(String product) {}
