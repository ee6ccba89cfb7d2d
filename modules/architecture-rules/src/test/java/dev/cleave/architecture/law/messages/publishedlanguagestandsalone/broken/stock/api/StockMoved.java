package dev.cleave.architecture.law.messages.publishedlanguagestandsalone.broken.stock.api;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.messages.publishedlanguagestandsalone.broken.stock.shelf.steps.Reason;

public record StockMoved(@Caught Reason why) {}
