package dev.cleave.architecture.law.everywhere.onehandlerpercommand.nearmiss.stock.api;

public record StockTaken(String product) {}
