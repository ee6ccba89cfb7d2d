package dev.cleave.architecture.counterexamples.publishedlanguagestandsalone.nearmiss.orders.api;

import dev.cleave.architecture.counterexamples.publishedlanguagestandsalone.nearmiss.stock.api.Place;

public record OrderPacked(Place place) {}
