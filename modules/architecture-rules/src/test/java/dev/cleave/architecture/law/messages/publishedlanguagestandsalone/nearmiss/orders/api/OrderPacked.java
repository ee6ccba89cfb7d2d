package dev.cleave.architecture.law.messages.publishedlanguagestandsalone.nearmiss.orders.api;

import dev.cleave.architecture.law.messages.publishedlanguagestandsalone.nearmiss.stock.api.Place;

public record OrderPacked(Place place) {}
