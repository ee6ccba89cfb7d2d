package dev.cleave.payment.charge.steps;

import dev.cleave.payment.api.PaymentId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The provider has not answered in time. Changes nothing if it has answered meanwhile. */
public record GiveUpOnProvider(@TargetAggregateIdentifier PaymentId payment, ProviderOperation operation) {}
