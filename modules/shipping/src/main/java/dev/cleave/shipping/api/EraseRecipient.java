package dev.cleave.shipping.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Erases a recipient's name and addresses wherever shipping keeps them, and remembers by the identifier alone that none may be
 * kept again. Leaves no event; repeating it changes nothing.
 */
public record EraseRecipient(@TargetAggregateIdentifier RecipientId recipient) {}
