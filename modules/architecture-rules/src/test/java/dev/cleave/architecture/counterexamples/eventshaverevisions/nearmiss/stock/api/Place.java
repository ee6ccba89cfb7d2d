package dev.cleave.architecture.counterexamples.eventshaverevisions.nearmiss.stock.api;

public record Place(String row) {}
