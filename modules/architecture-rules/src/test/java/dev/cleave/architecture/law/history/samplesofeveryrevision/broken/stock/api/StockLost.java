package dev.cleave.architecture.law.history.samplesofeveryrevision.broken.stock.api;

import dev.cleave.architecture.law.Caught;
import org.axonframework.serialization.Revision;

@Caught(in = "StockLost/1.json")
@Revision("1")
public record StockLost(String product) {}
