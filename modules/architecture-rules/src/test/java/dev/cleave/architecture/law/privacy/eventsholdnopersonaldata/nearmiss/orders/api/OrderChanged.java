package dev.cleave.architecture.law.privacy.eventsholdnopersonaldata.nearmiss.orders.api;

import org.axonframework.serialization.Revision;

@Revision("1")
public record OrderChanged(boolean hasEmail, String emailTemplate, String streetlight, String phoneNumberFormat) {}
