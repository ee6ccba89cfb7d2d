package dev.cleave.architecture.law.messages.publishedlanguagestandsalone.broken.stock.shelf;

public record Place(String row) {}
