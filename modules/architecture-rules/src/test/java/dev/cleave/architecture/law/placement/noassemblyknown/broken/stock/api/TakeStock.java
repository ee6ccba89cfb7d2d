package dev.cleave.architecture.law.placement.noassemblyknown.broken.stock.api;

public record TakeStock(String product) {}
