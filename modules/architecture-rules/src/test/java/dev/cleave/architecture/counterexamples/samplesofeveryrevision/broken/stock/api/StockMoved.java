package dev.cleave.architecture.counterexamples.samplesofeveryrevision.broken.stock.api;

import dev.cleave.architecture.counterexamples.Caught;
import org.axonframework.serialization.Revision;

@Caught(in = "StockMoved/1-down.json")
@Revision("1")
public record StockMoved(String product, Direction direction) {}
