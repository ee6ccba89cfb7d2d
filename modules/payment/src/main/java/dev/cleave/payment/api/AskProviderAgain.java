package dev.cleave.payment.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The provider has not answered yet and is to be asked again. Changes nothing if it has answered meanwhile. */
@Internal
public record AskProviderAgain(@TargetAggregateIdentifier PaymentId payment, ProviderOperation operation) {}
