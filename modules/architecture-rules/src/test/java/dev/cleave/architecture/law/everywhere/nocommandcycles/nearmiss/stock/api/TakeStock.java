package dev.cleave.architecture.law.everywhere.nocommandcycles.nearmiss.stock.api;

public record TakeStock(String product) {}
