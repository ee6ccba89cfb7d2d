package dev.cleave.architecture.counterexamples.noothersinternals.broken.stock.shelf;

public @interface Labelled {}
