package dev.cleave.architecture.law.messages.publishedlanguagestandsalone.broken.stock.api;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.messages.publishedlanguagestandsalone.broken.stock.shelf.Place;
import java.time.Instant;

public record StockTaken(String product, int quantity, @Caught Place from, Instant at) {}
