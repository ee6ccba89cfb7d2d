package dev.cleave.architecture.counterexamples.samplesofeveryrevision.broken.stock.api;

import dev.cleave.architecture.counterexamples.Caught;
import org.axonframework.serialization.Revision;

@Caught(in = "StockLost/1.json")
@Revision("1")
public record StockLost(String product) {}
