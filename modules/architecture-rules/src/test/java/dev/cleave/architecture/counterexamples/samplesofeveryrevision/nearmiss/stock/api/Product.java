package dev.cleave.architecture.counterexamples.samplesofeveryrevision.nearmiss.stock.api;

public record Product(String value) {}
