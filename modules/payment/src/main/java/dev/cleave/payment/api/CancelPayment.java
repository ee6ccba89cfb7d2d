package dev.cleave.payment.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Gives up a payment that is not captured, whatever became of it; also before it was asked for. */
public record CancelPayment(@TargetAggregateIdentifier PaymentId payment, String reason) {}
