package dev.cleave.notification.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The mail did not go out at this attempt, for certain, and may at a later one. */
@Internal
public record PostponeNotice(@TargetAggregateIdentifier NoticeId notice, int attempt, String reason) {}
