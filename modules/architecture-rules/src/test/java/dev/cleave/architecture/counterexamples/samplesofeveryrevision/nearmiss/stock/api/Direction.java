package dev.cleave.architecture.counterexamples.samplesofeveryrevision.nearmiss.stock.api;

public enum Direction {
    UP,
    DOWN
}
