package dev.cleave.architecture.counterexamples.samplesofeveryrevision.nearmiss.stock.api;

public record Step(int rows, Direction direction) {}
