package dev.cleave.catalog.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.Money;

/** Changes a listed product's price. */
public record ChangePrice(@TargetAggregateIdentifier Sku sku, Money price) {}
