package dev.cleave.architecture.law.history.samplesofeveryrevision.nearmiss.stock.api;

public enum Direction {
    UP,
    DOWN
}
