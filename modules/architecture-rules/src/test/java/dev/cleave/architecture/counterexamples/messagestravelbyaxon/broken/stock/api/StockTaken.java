package dev.cleave.architecture.counterexamples.messagestravelbyaxon.broken.stock.api;

import org.axonframework.serialization.Revision;

@Revision("1")
public record StockTaken(String product, int quantity) {}
