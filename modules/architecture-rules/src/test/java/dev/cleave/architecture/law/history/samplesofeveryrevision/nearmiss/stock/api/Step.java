package dev.cleave.architecture.law.history.samplesofeveryrevision.nearmiss.stock.api;

public record Step(int rows, Direction direction) {}
