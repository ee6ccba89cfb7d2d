package dev.cleave.architecture.law.placement.noassemblyknown.nearmiss.stock.api;

public record TakeStock(String product) {}
