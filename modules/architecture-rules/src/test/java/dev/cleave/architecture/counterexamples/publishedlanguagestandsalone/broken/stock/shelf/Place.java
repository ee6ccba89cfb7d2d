package dev.cleave.architecture.counterexamples.publishedlanguagestandsalone.broken.stock.shelf;

public record Place(String row) {}
