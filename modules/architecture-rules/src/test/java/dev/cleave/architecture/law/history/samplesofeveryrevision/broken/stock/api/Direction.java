package dev.cleave.architecture.law.history.samplesofeveryrevision.broken.stock.api;

public enum Direction {
    UP,
    DOWN
}
