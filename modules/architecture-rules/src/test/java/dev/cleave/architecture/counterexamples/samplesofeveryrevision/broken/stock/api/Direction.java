package dev.cleave.architecture.counterexamples.samplesofeveryrevision.broken.stock.api;

public enum Direction {
    UP,
    DOWN
}
