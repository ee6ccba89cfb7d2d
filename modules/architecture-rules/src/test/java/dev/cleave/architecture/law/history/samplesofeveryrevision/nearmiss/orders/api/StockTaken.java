package dev.cleave.architecture.law.history.samplesofeveryrevision.nearmiss.orders.api;

import org.axonframework.serialization.Revision;

@Revision("1")
public record StockTaken(String order) {}
