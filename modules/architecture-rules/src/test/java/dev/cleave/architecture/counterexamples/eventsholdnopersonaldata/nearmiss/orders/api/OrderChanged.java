package dev.cleave.architecture.counterexamples.eventsholdnopersonaldata.nearmiss.orders.api;

import org.axonframework.serialization.Revision;

@Revision("1")
public record OrderChanged(boolean hasEmail, String emailTemplate, String streetlight, String phoneNumberFormat) {}
