package dev.cleave.architecture.law.placement.foundationsknownocontext.broken.stock.api;

public record TakeStock(String product) {}
