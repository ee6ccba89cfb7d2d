package dev.cleave.architecture.law.privacy.eventsholdnopersonaldata.broken.orders.api;

import dev.cleave.architecture.law.Caught;
import org.axonframework.serialization.Revision;

@Revision("1")
public record OrderChanged(@Caught String customerEmail, @Caught String delivery_street, @Caught String contactPhoneNumber) {}
