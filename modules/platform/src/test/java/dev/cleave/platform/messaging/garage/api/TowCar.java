package dev.cleave.platform.messaging.garage.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A car was not washed in time. */
public record TowCar(@TargetAggregateIdentifier CarId car) {}
