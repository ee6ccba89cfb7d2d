package dev.cleave.payment.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.Money;

/** Asks the provider to set an amount aside. Always answered by an event. */
public record AuthorisePayment(@TargetAggregateIdentifier PaymentId payment, Money amount, String token) {}
