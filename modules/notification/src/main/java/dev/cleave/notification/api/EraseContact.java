package dev.cleave.notification.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Erases a contact's name, address and mails wherever notification keeps them. */
public record EraseContact(@TargetAggregateIdentifier ContactId contact) {}
