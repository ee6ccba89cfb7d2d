package dev.cleave.platform.messaging.garage.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Nobody handles it. */
public record SellCar(@TargetAggregateIdentifier CarId car) {}
