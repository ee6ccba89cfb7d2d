package dev.cleave.architecture.law.history.eventshaverevisions.nearmiss.stock.api;

public record Place(String row) {}
