package dev.cleave.payment.charge.steps;

import dev.cleave.payment.api.PaymentId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The provider has not answered yet and is to be asked again. Changes nothing if it has answered meanwhile. */
public record AskProviderAgain(@TargetAggregateIdentifier PaymentId payment, ProviderOperation operation) {}
