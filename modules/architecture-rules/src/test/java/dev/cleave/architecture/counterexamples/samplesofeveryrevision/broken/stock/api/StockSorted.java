package dev.cleave.architecture.counterexamples.samplesofeveryrevision.broken.stock.api;

import dev.cleave.architecture.counterexamples.Caught;
import org.axonframework.serialization.Revision;

@Caught(in = "StockSorted/1.json")
@Revision("2")
public record StockSorted(String product, String shelf) {}
