package dev.cleave.architecture.law.house.publiconlywhereneeded.broken.stock.api;

public record StockTaken(String product) {}
