package dev.cleave.notification.api;

import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Tells a customer about an occasion, once. Name and e-mail address are personal data: in commands only. */
public record TellCustomer(@TargetAggregateIdentifier NoticeId notice, ContactId contact, String name, String email, Occasion occasion, String order, Map<String, String> facts) {}
