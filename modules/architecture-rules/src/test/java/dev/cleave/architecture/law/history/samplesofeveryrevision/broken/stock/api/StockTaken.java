package dev.cleave.architecture.law.history.samplesofeveryrevision.broken.stock.api;

import dev.cleave.architecture.law.Caught;
import org.axonframework.serialization.Revision;

@Caught
@Revision("2")
public record StockTaken(String product, int quantity) {}
