package dev.cleave.platform.messaging.garage.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record ParkCar(@TargetAggregateIdentifier CarId car) {}
