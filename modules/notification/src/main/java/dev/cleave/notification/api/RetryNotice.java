package dev.cleave.notification.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The pause is over: a postponed mail is to be tried again. */
@Internal
public record RetryNotice(@TargetAggregateIdentifier NoticeId notice) {}
