package dev.cleave.architecture.law.history.samplesofeveryrevision.broken.stock.api;

import dev.cleave.architecture.law.Caught;
import org.axonframework.serialization.Revision;

@Caught(in = "StockMoved/1-down.json")
@Revision("1")
public record StockMoved(String product, Direction direction) {}
