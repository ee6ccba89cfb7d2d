package dev.cleave.architecture.law.history.samplesofeveryrevision.broken.stock.api;

import dev.cleave.architecture.law.Caught;
import org.axonframework.serialization.Revision;

@Caught(in = "StockSorted/1.json")
@Revision("2")
public record StockSorted(String product, String shelf) {}
