package dev.cleave.architecture.counterexamples.eventshaverevisions.broken.stock.api;

import dev.cleave.architecture.counterexamples.Caught;

@Caught
public record StockTaken(String product, int quantity) {}
