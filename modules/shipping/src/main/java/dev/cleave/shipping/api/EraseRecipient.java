package dev.cleave.shipping.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Erases a recipient's name and address wherever shipping keeps them. */
public record EraseRecipient(@TargetAggregateIdentifier RecipientId recipient) {}
