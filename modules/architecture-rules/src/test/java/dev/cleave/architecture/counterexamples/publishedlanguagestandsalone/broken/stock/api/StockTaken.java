package dev.cleave.architecture.counterexamples.publishedlanguagestandsalone.broken.stock.api;

import dev.cleave.architecture.counterexamples.Caught;
import dev.cleave.architecture.counterexamples.publishedlanguagestandsalone.broken.stock.shelf.Place;
import java.time.Instant;

public record StockTaken(String product, int quantity, @Caught Place from, Instant at) {}
