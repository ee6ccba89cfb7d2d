package dev.cleave.architecture.counterexamples.nocommandcycles.nearmiss.orders.api;

public record PlaceOrder(String order) {}
