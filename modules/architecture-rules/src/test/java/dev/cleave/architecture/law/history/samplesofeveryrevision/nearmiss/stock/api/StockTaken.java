package dev.cleave.architecture.law.history.samplesofeveryrevision.nearmiss.stock.api;

import org.axonframework.serialization.Revision;

@Revision("2")
public record StockTaken(String product, int quantity) {}
