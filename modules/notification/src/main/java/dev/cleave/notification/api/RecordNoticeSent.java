package dev.cleave.notification.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The mail went out. */
@Internal
public record RecordNoticeSent(@TargetAggregateIdentifier NoticeId notice) {}
