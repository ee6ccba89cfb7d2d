package dev.cleave.notification.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Erases a contact's name, address and mails wherever notification keeps them, and remembers by the identifier alone that none
 * may be kept again. A notice that is still to be sent is dropped. Leaves no event of its own; repeating it changes nothing.
 */
public record EraseContact(@TargetAggregateIdentifier ContactId contact) {}
