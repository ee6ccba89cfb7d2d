package dev.cleave.architecture.law.messages.publishedlanguagestandsalone.broken.stock.shelf.steps;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.messages.publishedlanguagestandsalone.broken.stock.shelf.Place;

public record MoveStock(@Caught Place to) {}
