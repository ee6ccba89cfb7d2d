package dev.cleave.architecture.law.history.eventshaverevisions.nearmiss.stock.api;

import org.axonframework.serialization.Revision;

@Revision("1")
public record StockTaken(String product, int quantity) {}
