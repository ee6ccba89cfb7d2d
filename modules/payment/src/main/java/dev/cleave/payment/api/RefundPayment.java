package dev.cleave.payment.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.Money;

/** Asks the provider to pay a part of a captured payment back; the same refund counts once. */
public record RefundPayment(@TargetAggregateIdentifier PaymentId payment, String refund, Money amount) {}
