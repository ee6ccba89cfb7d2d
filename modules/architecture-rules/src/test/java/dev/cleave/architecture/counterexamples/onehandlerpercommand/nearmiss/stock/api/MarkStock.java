package dev.cleave.architecture.counterexamples.onehandlerpercommand.nearmiss.stock.api;

public record MarkStock(Label label) {}
