package dev.cleave.architecture.law.history.samplesofeveryrevision.broken.stock.api;

import dev.cleave.architecture.law.Caught;
import org.axonframework.serialization.Revision;

@Caught(in = "StockCounted/1.json")
@Revision("1")
public record StockCounted(String product, int quantity) {}
