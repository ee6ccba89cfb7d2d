package dev.cleave.architecture.counterexamples.publishedlanguagestandsalone.nearmiss.stock.api;

public record Place(String row) {}
