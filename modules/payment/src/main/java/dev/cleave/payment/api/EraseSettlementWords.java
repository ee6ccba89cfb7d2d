package dev.cleave.payment.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Forgets what people said when they settled a payment. Changes nothing if nobody said anything, or it is forgotten. */
public record EraseSettlementWords(@TargetAggregateIdentifier PaymentId payment) {}
