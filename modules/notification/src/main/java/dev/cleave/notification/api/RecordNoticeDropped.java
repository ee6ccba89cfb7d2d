package dev.cleave.notification.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The mail will never go out. */
@Internal
public record RecordNoticeDropped(@TargetAggregateIdentifier NoticeId notice, String reason) {}
