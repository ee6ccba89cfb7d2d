package dev.cleave.architecture.law.messages.noqueryleaves.broken.stock.api;

public record FindStock(String product) {}
