package dev.cleave.architecture.law.messages.publishedlanguagestandsalone.broken.stock.shelf.steps;

public enum Reason {
    FULL
}
