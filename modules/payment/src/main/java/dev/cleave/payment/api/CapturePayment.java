package dev.cleave.payment.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks the provider to charge what was set aside. Always answered by an event. */
public record CapturePayment(@TargetAggregateIdentifier PaymentId payment) {}
