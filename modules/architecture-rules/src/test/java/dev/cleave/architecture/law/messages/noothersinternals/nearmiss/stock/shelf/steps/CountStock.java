package dev.cleave.architecture.law.messages.noothersinternals.nearmiss.stock.shelf.steps;

public record CountStock(String product) {}
