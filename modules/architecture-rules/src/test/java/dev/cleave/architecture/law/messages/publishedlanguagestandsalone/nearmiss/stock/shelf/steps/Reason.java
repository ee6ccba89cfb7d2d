package dev.cleave.architecture.law.messages.publishedlanguagestandsalone.nearmiss.stock.shelf.steps;

public enum Reason {
    FULL
}
