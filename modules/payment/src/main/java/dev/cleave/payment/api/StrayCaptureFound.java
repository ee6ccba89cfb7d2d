package dev.cleave.payment.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** The provider turns out to have charged a payment that was already said not to be charged; it is to be paid back whole. */
@Internal
@Revision("1")
public record StrayCaptureFound(PaymentId payment, Money amount) implements PaymentStep {}
