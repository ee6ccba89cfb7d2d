package dev.cleave.architecture.law.messages.publishedlanguagestandsalone.nearmiss.stock.shelf.steps;

import dev.cleave.architecture.law.messages.publishedlanguagestandsalone.nearmiss.stock.api.Place;

public record MoveStock(Place to, Reason why) {}
