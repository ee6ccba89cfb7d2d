package dev.cleave.architecture.law.messages.noqueryleaves.nearmiss.stock.api;

public record FindStock(String product) {}
