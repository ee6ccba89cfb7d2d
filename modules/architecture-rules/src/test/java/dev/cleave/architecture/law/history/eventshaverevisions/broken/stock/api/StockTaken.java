package dev.cleave.architecture.law.history.eventshaverevisions.broken.stock.api;

import dev.cleave.architecture.law.Caught;

@Caught
public record StockTaken(String product, int quantity) {}
