package dev.cleave.architecture.law.messages.noothersinternals.broken.stock.shelf;

public @interface Labelled {}
