package dev.cleave.architecture.law.messages.publishedlanguagestandsalone.nearmiss.stock.api;

public record Place(String row) {}
