package dev.cleave.architecture.law.house.publiconlywhereneeded.nearmiss.stock.api;

public record StockTaken(String product) {}
