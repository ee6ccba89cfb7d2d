package dev.cleave.architecture.law.messages.messagestravelbyaxon.broken.stock.api;

import org.axonframework.serialization.Revision;

@Revision("1")
public record StockTaken(String product, int quantity) {}
