package dev.cleave.architecture.law.messages.internalmessagesstayinside.broken.stock.api;

import dev.cleave.architecture.law.words.Internal;

@Internal
public record StockCounted(String product, int quantity) {}
