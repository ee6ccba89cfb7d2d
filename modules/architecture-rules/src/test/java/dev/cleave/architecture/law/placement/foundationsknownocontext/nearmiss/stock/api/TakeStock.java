package dev.cleave.architecture.law.placement.foundationsknownocontext.nearmiss.stock.api;

public record TakeStock(String product) {}
