package dev.cleave.architecture.law.history.samplesofeveryrevision.nearmiss.stock.api;

public record Product(String value) {}
