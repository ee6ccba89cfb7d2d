package dev.cleave.payment.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The provider has not answered in time. Changes nothing if it has answered meanwhile. */
@Internal
public record GiveUpOnProvider(@TargetAggregateIdentifier PaymentId payment, ProviderOperation operation) {}
