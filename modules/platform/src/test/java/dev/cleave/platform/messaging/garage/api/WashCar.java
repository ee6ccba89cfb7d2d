package dev.cleave.platform.messaging.garage.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record WashCar(@TargetAggregateIdentifier CarId car) {}
