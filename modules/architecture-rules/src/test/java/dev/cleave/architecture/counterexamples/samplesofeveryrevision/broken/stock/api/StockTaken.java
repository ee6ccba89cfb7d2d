package dev.cleave.architecture.counterexamples.samplesofeveryrevision.broken.stock.api;

import dev.cleave.architecture.counterexamples.Caught;
import org.axonframework.serialization.Revision;

@Caught
@Revision("2")
public record StockTaken(String product, int quantity) {}
