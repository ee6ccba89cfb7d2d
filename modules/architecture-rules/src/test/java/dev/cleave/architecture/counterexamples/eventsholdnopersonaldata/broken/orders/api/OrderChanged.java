package dev.cleave.architecture.counterexamples.eventsholdnopersonaldata.broken.orders.api;

import dev.cleave.architecture.counterexamples.Caught;
import org.axonframework.serialization.Revision;

@Revision("1")
public record OrderChanged(@Caught String customerEmail, @Caught String delivery_street, @Caught String contactPhoneNumber) {}
